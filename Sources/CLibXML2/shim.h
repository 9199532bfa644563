// Debian's libxml2 shows ICU's headers, which clash with those that Foundation brings. What they are shown for, the
// insides of an encoding handler, is used nowhere here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>  // pages as they come, mended into a tree
#include <libxml/SAX2.h>
#include <libxml/parser.h>      // XML into a tree, or event by event
#include <libxml/parserInternals.h>  // a parser for a document in memory
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>   // XML as a stream
