# interdict_layer(name [USES layer...] [LIBS target...] [TABLES table...])
#   One static library from src/interdict/<name>/*.cc, and one test program from its *_test.cc that
#   links the layer with WHOLE_ARCHIVE and nothing above it: a call upwards does not link.
include(GoogleTest)
if(INTERDICT_TESTS)
  find_package(GTest REQUIRED)
endif()

function(interdict_layer name)
  cmake_parse_arguments(ARG "" "" "USES;LIBS;TABLES" ${ARGN})
  set(folder ${CMAKE_SOURCE_DIR}/src/interdict/${name})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cc)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${folder}/*.h)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  list(FILTER sources EXCLUDE REGEX "_test\\.cc$")

  add_library(interdict_${name} STATIC ${sources})
  target_sources(interdict_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_SOURCE_DIR}/src
                 FILES ${headers})
  target_link_libraries(interdict_${name} PRIVATE $<BUILD_INTERFACE:interdict_compile> PUBLIC ${ARG_LIBS})
  foreach(used ${ARG_USES})
    target_link_libraries(interdict_${name} PUBLIC interdict_${used})
  endforeach()
  foreach(table ${ARG_TABLES})
    interdict_table(${table})
    add_dependencies(interdict_${name} interdict_table_${table})
  endforeach()
  set_property(GLOBAL APPEND PROPERTY INTERDICT_LAYERS ${name})

  if(INTERDICT_TESTS AND tests)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE
      interdict_test_compile "$<LINK_LIBRARY:WHOLE_ARCHIVE,interdict_${name}>" GTest::gtest_main)
    target_compile_definitions(${name}_test PRIVATE
      INTERDICT_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    target_precompile_headers(${name}_test PRIVATE <gtest/gtest.h>)
    gtest_discover_tests(${name}_test DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 300 LABELS unit)
  endif()
endfunction()

# interdict_library(LAYERS layer...): the one library that users and the programs link, `interdict`,
# and its installation with headers and a CMake package.
function(interdict_library)
  cmake_parse_arguments(ARG "" "" "LAYERS" ${ARGN})
  add_library(interdict INTERFACE)
  add_library(interdict::interdict ALIAS interdict)
  foreach(layer ${ARG_LAYERS})
    target_link_libraries(interdict INTERFACE interdict_${layer})
  endforeach()

  include(GNUInstallDirs)
  include(CMakePackageConfigHelpers)
  get_property(layers GLOBAL PROPERTY INTERDICT_LAYERS)
  list(TRANSFORM layers PREPEND interdict_)
  install(TARGETS interdict ${layers} EXPORT interdict_targets FILE_SET HEADERS)
  install(EXPORT interdict_targets NAMESPACE interdict:: FILE interdict-targets.cmake
          DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/interdict)
  configure_package_config_file(
    ${CMAKE_SOURCE_DIR}/cmake/interdict-config.cmake.in
    ${CMAKE_BINARY_DIR}/interdict-config.cmake
    INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/interdict)
  write_basic_package_version_file(${CMAKE_BINARY_DIR}/interdict-config-version.cmake
                                   COMPATIBILITY SameMinorVersion)
  install(FILES ${CMAKE_BINARY_DIR}/interdict-config.cmake
                ${CMAKE_BINARY_DIR}/interdict-config-version.cmake
          DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/interdict)
endfunction()
