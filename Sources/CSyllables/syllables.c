#include "CSyllables.h"

// The data travels inside the program. Swift's own way of embedding makes a literal of every byte, which takes the compiler
// minutes for a file of this size.
__asm__(".section .rodata\n"
        ".global vanban_syllables\n"
        "vanban_syllables:\n"
        ".incbin \"syllables.csv\"\n"
        ".global vanban_syllables_end\n"
        "vanban_syllables_end:\n"
        ".byte 0\n"
        ".text\n");

extern const unsigned char vanban_syllables[];
extern const unsigned char vanban_syllables_end[];

const unsigned char *vanban_syllables_start(void) { return vanban_syllables; }

size_t vanban_syllables_length(void) { return (size_t)(vanban_syllables_end - vanban_syllables); }
