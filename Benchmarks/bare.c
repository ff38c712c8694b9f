/* bare xml|html FILE…: what libxml2's SAX parser alone takes, with handlers that do nothing.
   bare docx FILE…: the same over word/document.xml of a package, inflated while it is parsed. */
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

static void begin(void *c, const xmlChar *n, const xmlChar *p, const xmlChar *u, int a, const xmlChar **b, int d, int e,
                  const xmlChar **f) {}
static void end(void *c, const xmlChar *n, const xmlChar *p, const xmlChar *u) {}
static void characters(void *c, const xmlChar *s, int n) {}
static void start_html(void *c, const xmlChar *n, const xmlChar **a) {}
static void end_html(void *c, const xmlChar *n) {}

static int inflate_some(void *entry, char *buffer, int length) { return (int)zip_fread(entry, buffer, length); }
static int read_some(void *file, char *buffer, int length) { return (int)fread(buffer, 1, length, file); }

static int xml(xmlInputReadCallback read, void *source) {
    xmlSAXHandler sax;
    memset(&sax, 0, sizeof sax);
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = begin;
    sax.endElementNs = end;
    sax.characters = sax.ignorableWhitespace = characters;
    xmlParserCtxtPtr parser = xmlCreateIOParserCtxt(&sax, NULL, read, NULL, source, XML_CHAR_ENCODING_NONE);
    if (!parser) return 1;
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_HUGE);
    int outcome = xmlParseDocument(parser);
    xmlFreeParserCtxt(parser);
    return outcome != 0;
}

static int html(FILE *file) {
    fseek(file, 0, SEEK_END);
    long length = ftell(file);
    rewind(file);
    char *page = malloc(length + 1);
    if (!page || fread(page, 1, length, file) != (size_t)length) return 1;
    page[length] = 0;
    htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(page, (int)length);
    if (!parser) return 1;
    memset(parser->sax, 0, sizeof *parser->sax);
    parser->sax->initialized = XML_SAX2_MAGIC;
    parser->sax->startElement = start_html;
    parser->sax->endElement = end_html;
    parser->sax->characters = parser->sax->ignorableWhitespace = characters;
    htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC);
    parser->charset = XML_CHAR_ENCODING_UTF8;
    htmlParseDocument(parser);
    htmlFreeParserCtxt(parser);
    free(page);
    return 0;
}

static int parse(const char *kind, const char *path) {
    if (!strcmp(kind, "docx")) {
        zip_t *package = zip_open(path, ZIP_RDONLY, NULL);
        zip_file_t *entry = package ? zip_fopen(package, "word/document.xml", 0) : NULL;
        int outcome = entry ? xml(inflate_some, entry) : 2;
        if (entry) zip_fclose(entry);
        if (package) zip_discard(package);
        return outcome;
    }
    FILE *file = fopen(path, "rb");
    if (!file) return 2;
    int outcome = !strcmp(kind, "html") ? html(file) : xml(read_some, file);
    fclose(file);
    return outcome;
}

int main(int count, char **words) {
    if (count < 3) return 64;
    for (int index = 2; index < count; index++) {
        int outcome = parse(words[1], words[index]);
        if (outcome) return outcome;
    }
    return 0;
}
