#include <libxml/xmlversion.h>
/* Debian's libxml2 is built with ICU, whose headers clash with those that Foundation brings along. Only the innards of
   an encoding's handler, which nobody here looks into, need them. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>
