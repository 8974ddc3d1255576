# Compiler settings that every target of the project shares.
add_library(interdict_compile INTERFACE)
target_compile_options(interdict_compile INTERFACE
  -Wall -Wextra -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Wno-missing-field-initializers -Werror)
target_include_directories(interdict_compile INTERFACE
  $<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}/src> $<BUILD_INTERFACE:${CMAKE_BINARY_DIR}/generated>)

if(INTERDICT_SANITIZE)
  add_compile_options(-fsanitize=${INTERDICT_SANITIZE} -fno-omit-frame-pointer
                      -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${INTERDICT_SANITIZE})
endif()
