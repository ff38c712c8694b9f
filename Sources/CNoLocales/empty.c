#include "CNoLocales.h"

/// The data of ICU, which Foundation's calendars, number formats and collations read: 34 MB in a program that is linked with
/// all of it, and nothing here asks for any of it. A table without entries stands in its place; what would look something up
/// there is told that it is not there. The symbol bears ICU's version: it is that of the compiler's Foundation.
typedef struct {
    uint16_t headerSize;
    uint8_t magic[2];
    uint16_t infoSize, reserved;
    uint8_t isBigEndian, charsetFamily, sizeOfUChar, reservedByte;
    uint8_t dataFormat[4], formatVersion[4], dataVersion[4], padding[8];
    uint32_t count;
} EmptyTable;

#define EMPTY { 32, { 0xDA, 0x27 }, 20, 0, 0, 0, 2, 0, { 'C', 'm', 'n', 'D' }, { 1, 0, 0, 0 }, { 3, 0, 0, 0 }, { 0 }, 0 }
/// Hidden, so that it stands for a static Foundation's data alone and never for a shared one's.
#define TABLE(version) __attribute__((visibility("hidden"), aligned(16))) const EmptyTable icudt##version##_dat = EMPTY

TABLE(72);
TABLE(74);
TABLE(76);
TABLE(77);
TABLE(78);
