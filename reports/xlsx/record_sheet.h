/* The hidden sheet `_oca`, from which the program reads back what a workbook was made from. */
#ifndef OCA_REPORTS_XLSX_RECORD_SHEET_H
#define OCA_REPORTS_XLSX_RECORD_SHEET_H

#include "../../engine/writing/record.h"
#include "book.h"

/* Appends the sheet with a row for each part of each document: its name, length in bytes, SHA-256, part, number of
 * parts and base64. The book fails if a document is too large. */
void oca_book_record(oca_book *book, const oca_record_documents *documents);

#endif
