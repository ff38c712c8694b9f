/* html_parsers tree gumbo|libxml2 FILE: what the parser makes of a page, an element or a text a line, with its depth.
   html_parsers time gumbo|libxml2|events FILE SECONDS: bytes, seconds of the fastest pass (parsing, and one walk over
   every element and text), bytes of text met, peak memory in bytes. `events` is libxml2 without a tree, as vanban reads. */
#include <gumbo.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { OPTIONS = HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_RECOVER };

/* What a walk does with what it meets: prints it, or counts the bytes of text. */
static int prints;
static size_t met;

static void element(int depth, const char *name, int length) {
    if (prints) printf("%d\tE\t%.*s\n", depth, length, name);
}

static void text(int depth, const char *words, size_t length) {
    met += length;
    if (!prints) return;
    printf("%d\tT\t", depth);
    for (size_t i = 0; i < length; i++) {
        if (words[i] == '\n' || words[i] == '\t' || words[i] == '\r') putchar(' ');
        else putchar(words[i]);
    }
    putchar('\n');
}

/* Without recursion: pages are nested as deep as they like. */
static void walk_gumbo(GumboNode *root) {
    GumboNode *node = root;
    int depth = 0;
    while (node) {
        GumboVector *children = NULL;
        switch (node->type) {
        case GUMBO_NODE_ELEMENT:
        case GUMBO_NODE_TEMPLATE: {
            GumboElement *e = &node->v.element;
            if (e->tag != GUMBO_TAG_UNKNOWN) {
                const char *name = gumbo_normalized_tagname(e->tag);
                element(depth, name, (int)strlen(name));
            } else {
                GumboStringPiece name = e->original_tag;
                gumbo_tag_from_original_text(&name);
                element(depth, name.data, (int)name.length);
            }
            children = &e->children;
            break;
        }
        case GUMBO_NODE_DOCUMENT: children = &node->v.document.children; break;
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_WHITESPACE:
        case GUMBO_NODE_CDATA: text(depth, node->v.text.text, strlen(node->v.text.text)); break;
        default: break;
        }
        if (children && children->length) {
            node = children->data[0];
            depth++;
            continue;
        }
        GumboNode *next = NULL;
        while (node != root && !next) {
            GumboNode *parent = node->parent;
            GumboVector *beside =
                parent->type == GUMBO_NODE_DOCUMENT ? &parent->v.document.children : &parent->v.element.children;
            if (node->index_within_parent + 1 < beside->length) next = beside->data[node->index_within_parent + 1];
            else node = parent, depth--;
        }
        node = next;
    }
}

static void walk_libxml2(xmlNodePtr node) {
    int depth = 0;
    while (node) {
        if (node->type == XML_ELEMENT_NODE) element(depth, (const char *)node->name, (int)strlen((const char *)node->name));
        else if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content)
            text(depth, (const char *)node->content, strlen((const char *)node->content));
        if (node->type == XML_ELEMENT_NODE && node->children) {
            node = node->children;
            depth++;
            continue;
        }
        while (node && !node->next) {
            node = node->parent && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
            depth--;
        }
        if (node) node = node->next;
    }
}

static void begin_event(void *c, const xmlChar *name, const xmlChar **attributes) {}
static void end_event(void *c, const xmlChar *name) {}
static void text_event(void *c, const xmlChar *words, int length) { met += length; }

static void parse(const char *parser, const char *page, size_t length) {
    met = 0;
    if (!strcmp(parser, "gumbo")) {
        GumboOptions options = kGumboDefaultOptions;
        options.max_errors = 0;
        GumboOutput *output = gumbo_parse_with_options(&options, page, length);
        walk_gumbo(output->root);
        gumbo_destroy_output(&options, output);
    } else if (!strcmp(parser, "libxml2")) {
        htmlDocPtr tree = htmlReadMemory(page, (int)length, NULL, "utf-8", OPTIONS);
        if (!tree) return;
        walk_libxml2(tree->children);
        xmlFreeDoc(tree);
    } else {
        htmlSAXHandler handler;
        memset(&handler, 0, sizeof handler);
        handler.startElement = begin_event;
        handler.endElement = end_event;
        handler.characters = handler.ignorableWhitespace = handler.cdataBlock = text_event;
        htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt(page, (int)length);
        htmlSAXHandler *own = context->sax;
        context->sax = &handler;
        htmlCtxtUseOptions(context, OPTIONS | HTML_PARSE_IGNORE_ENC);
        /* Else the whole rest is moved with every few bytes that are decoded. */
        xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
        context->input->encoding = xmlStrdup(BAD_CAST "utf-8");
        htmlParseDocument(context);
        context->sax = own;
        htmlFreeParserCtxt(context);
    }
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int count, char **arguments) {
    if (count < 4) return 64;
    FILE *file = fopen(arguments[3], "rb");
    if (!file) return 2;
    fseek(file, 0, SEEK_END);
    size_t length = ftell(file);
    rewind(file);
    char *page = malloc(length + 1);
    if (fread(page, 1, length, file) != length) return 2;
    page[length] = 0;
    fclose(file);
    prints = !strcmp(arguments[1], "tree");
    if (prints) {
        parse(arguments[2], page, length);
        return 0;
    }
    double limit = count > 4 ? atof(arguments[4]) : 5, best = 1e9, start = now();
    do {
        double before = now();
        parse(arguments[2], page, length);
        if (now() - before < best) best = now() - before;
    } while (now() - start < limit);
    struct rusage use;
    getrusage(RUSAGE_SELF, &use);
    printf("%zu %.6f %zu %ld\n", length, best, met, use.ru_maxrss * 1024);
    return 0;
}
