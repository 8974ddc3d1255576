# interdict_table(name): data/<name>.tsv -> generated/interdict/tables/<name>.inc, made at build time by
# tools/gen_tables.py, so that a table in the binary can never differ from the table in data/.
function(interdict_table name)
  if(TARGET interdict_table_${name})
    return()
  endif()
  set(output ${CMAKE_BINARY_DIR}/generated/interdict/tables/${name}.inc)
  set(inputs ${CMAKE_SOURCE_DIR}/data/${name}.tsv)
  if(IS_DIRECTORY ${CMAKE_SOURCE_DIR}/data/${name})
    file(GLOB inputs CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/${name}/*.tsv)
  endif()
  add_custom_command(
    OUTPUT ${output}
    COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tools/gen_tables.py ${name}
            ${CMAKE_SOURCE_DIR}/data ${output}
    DEPENDS ${inputs} ${CMAKE_SOURCE_DIR}/tools/gen_tables.py
    COMMENT "data/${name} -> ${name}.inc"
    VERBATIM)
  add_custom_target(interdict_table_${name} DEPENDS ${output})
endfunction()

# interdict_embedded(name): the files data/<name>/*.tsv, whole, as the array interdict::tables::k<Name>Files.
function(interdict_embedded name array)
  set(output ${CMAKE_BINARY_DIR}/generated/interdict/tables/${name}_files.inc)
  file(GLOB inputs CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/${name}/*.tsv)
  add_custom_command(
    OUTPUT ${output}
    COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tools/embed_files.py ${array} ${output} ${inputs}
    DEPENDS ${inputs} ${CMAKE_SOURCE_DIR}/tools/embed_files.py
    COMMENT "data/${name} -> ${name}_files.inc"
    VERBATIM)
  add_custom_target(interdict_embedded_${name} DEPENDS ${output})
endfunction()
