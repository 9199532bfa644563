#include <libxml/HTMLparser.h>  // pages as they come, mended into a tree
#include <libxml/SAX2.h>
#include <libxml/parser.h>      // XML into a tree, or event by event
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>   // XML as a stream
