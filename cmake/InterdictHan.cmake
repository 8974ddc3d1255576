# interdict_han(): ICU's pinyin of every Han character -> generated/interdict/tables/han.inc, by a program of
# the build.
function(interdict_han)
  add_executable(compile_han ${CMAKE_SOURCE_DIR}/tools/han/compile_han.cc)
  target_link_libraries(compile_han PRIVATE interdict_compile ICU::i18n ICU::uc)
  set(output ${CMAKE_BINARY_DIR}/generated/interdict/tables/han.inc)
  add_custom_command(
    OUTPUT ${output}
    COMMAND compile_han ${output}
    DEPENDS compile_han
    COMMENT "ICU's Han-Latin -> han.inc"
    VERBATIM)
  add_custom_target(interdict_compiled_han DEPENDS ${output})
endfunction()
