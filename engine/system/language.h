/* Which language the program's own words are in: the catalogs behind engine/base/words.h, by gettext.
 *
 * The machine's locale is asked for the language of messages and for nothing else. LC_CTYPE and LC_MESSAGES become
 * C.UTF-8, which every Debian has: gettext speaks no language in the locale "C", and widths of characters are known.
 * Everything else stays "C", above all numbers. */
#ifndef OCA_SYSTEM_LANGUAGE_H
#define OCA_SYSTEM_LANGUAGE_H

#include "../base/arena.h"
#include "../base/words.h"

#include <stdbool.h>

/* Installs the catalogs of `folder` (NULL: there are none): FOLDER/fr/LC_MESSAGES/oca-fr.mo. Messages speak what
 * LANGUAGE, LC_ALL, LC_MESSAGES and LANG ask for, answers English. Once, before any thread; what it keeps lives in
 * `mem`. */
void oca_language_start(oca_arena *mem, const char *folder);

/* True if the program's words are there in `lang`, a tag such as "fr", "pt-MZ" or "en". */
bool oca_language_is_known(const char *lang);

/* The language of a voice from now on; English where `lang` is NULL or not known. Not while threads run. */
void oca_language_choose(oca_voice voice, const char *lang);

/* The tag of the language that the voice speaks, such as "en" or "fr". */
const char *oca_language_of(oca_voice voice);

#endif
