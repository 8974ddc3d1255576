# interdict_lexicon(): data/org_forms.tsv and data/names -> generated/interdict/tables/lexicon.inc, folded
# as names are, by a program of the build that uses the layer `text`.
function(interdict_lexicon)
  add_executable(compile_lexicon ${CMAKE_SOURCE_DIR}/tools/lexicon/compile_lexicon.cc)
  target_include_directories(compile_lexicon PRIVATE ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(compile_lexicon PRIVATE interdict_compile interdict_text)
  set(output ${CMAKE_BINARY_DIR}/generated/interdict/tables/lexicon.inc)
  file(GLOB inputs CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/names/*.tsv)
  add_custom_command(
    OUTPUT ${output}
    COMMAND compile_lexicon ${CMAKE_SOURCE_DIR}/data ${output}
    DEPENDS compile_lexicon ${inputs} ${CMAKE_SOURCE_DIR}/data/org_forms.tsv
    COMMENT "data/names -> lexicon.inc"
    VERBATIM)
  add_custom_target(interdict_compiled_lexicon DEPENDS ${output})
endfunction()
