#ifndef CSYLLABLES_H
#define CSYLLABLES_H

#include <stddef.h>

/// The bytes of `syllables.csv`: how often syllables, and pairs of them, stand in legal text. UTF-8; they live as long as the
/// program.
const unsigned char *vanban_syllables_start(void);
size_t vanban_syllables_length(void);

#endif
