/* How wide letters are: for what must fit into a cell or a figure without anybody drawing it first. Pure. */
#ifndef OCA_REPORTS_LETTERS_H
#define OCA_REPORTS_LETTERS_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of the UTF-8 character at `s`; 1 for a byte that begins none, so that one always gets on. */
size_t oca_letter_bytes(const char *s);

/* Width of the character of `n` bytes at `s` in Arial (Liberation Sans has the same), in units of a font whose size is
 * given; bold letters are an eighth wider on average. Letters of other alphabets are taken as a little wider than a
 * digit, those from Hangul on as square. */
double oca_letter_width(const char *s, size_t n, double size, bool bold);

/* Width of the whole text, on one line. */
double oca_letters_width(const char *text, double size, bool bold);

#endif
