// For tests: ZIP archives and spreadsheets made in memory.
#pragma once

#include <zip.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace interdict::testing {

using ZipEntries = std::vector<std::pair<std::string, std::string>>;

// The bytes of an archive with these entries, deflated.
inline std::string MakeZip(const ZipEntries& entries) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
  for (const auto& [name, bytes] : entries) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  }
  zip_close(archive);
  zip_stat_t stat;
  zip_stat_init(&stat);
  zip_source_stat(target, &stat);
  std::string bytes(static_cast<size_t>(stat.size), '\0');
  zip_source_open(target);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

// A workbook of one worksheet with this sheet data and, when not empty, these shared strings and
// elements of the document's properties.
inline std::string MakeXlsx(std::string_view sheet_data, std::string_view shared_strings = {},
                            std::string_view workbook_properties = {},
                            std::string_view document_properties = {}) {
  ZipEntries entries = {
      {"[Content_Types].xml", "<Types/>"},
      {"xl/workbook.xml", "<workbook xmlns:r='r'><workbookPr " + std::string(workbook_properties) +
                              "/><sheets><sheet name='List' sheetId='1' r:id='rId1'/></sheets>"
                              "</workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id='rId1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
       "<Relationship Id='rId2' Type='x/sharedStrings' Target='sharedStrings.xml'/>"
       "</Relationships>"},
      {"xl/worksheets/sheet1.xml",
       "<worksheet><sheetData>" + std::string(sheet_data) + "</sheetData></worksheet>"}};
  if (!shared_strings.empty()) {
    entries.emplace_back("xl/sharedStrings.xml", "<sst>" + std::string(shared_strings) + "</sst>");
  }
  if (!document_properties.empty()) {
    entries.emplace_back("docProps/core.xml", "<cp:coreProperties xmlns:cp='c' xmlns:dcterms='t'>" +
                                                  std::string(document_properties) +
                                                  "</cp:coreProperties>");
  }
  return MakeZip(entries);
}

// The same from rows of texts, as inline strings.
inline std::string MakeXlsxOfRows(const std::vector<std::vector<std::string>>& rows,
                                  std::string_view document_properties = {}) {
  const auto escape = [](const std::string& text) {
    std::string out;
    for (char c : text) {
      if (c == '&')
        out += "&amp;";
      else if (c == '<')
        out += "&lt;";
      else
        out.push_back(c);
    }
    return out;
  };
  std::string data;
  for (const auto& row : rows) {
    data += "<row>";
    for (const std::string& cell : row) {
      data += "<c t='inlineStr'><is><t>" + escape(cell) + "</t></is></c>";
    }
    data += "</row>";
  }
  return MakeXlsx(data, {}, {}, document_properties);
}

}  // namespace interdict::testing
