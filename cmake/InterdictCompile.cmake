# Compiler settings that every target of the project shares.
add_library(interdict_compile INTERFACE)
# -Wrestrict of g++ 12 warns of std::string's own operator+ at -O3 (GCC bug 105651).
target_compile_options(interdict_compile INTERFACE
  -Wall -Wextra -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Wno-missing-field-initializers $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> -Werror)
target_include_directories(interdict_compile INTERFACE
  $<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}/src> $<BUILD_INTERFACE:${CMAKE_BINARY_DIR}/generated>)

# Tests are compiled with -O1: half the time, and without the warnings that the same bug of g++ 12 gives
# where tests put strings together with operator+.
add_library(interdict_test_compile INTERFACE)
target_link_libraries(interdict_test_compile INTERFACE interdict_compile)
target_compile_options(interdict_test_compile INTERFACE $<$<CONFIG:Release>:-O1>
  $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds> $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow>)

if(INTERDICT_SANITIZE)
  add_compile_options(-fsanitize=${INTERDICT_SANITIZE} -fno-omit-frame-pointer
                      -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${INTERDICT_SANITIZE})
endif()
