// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzchecks.h"

#include <app/exchange/epubpackage.h>
#include <app/exchange/htmlblocks.h>
#include <app/exchange/mimepart.h>
#include <app/exchange/officexml.h>
#include <app/exchange/rtfparser.h>

using namespace Quoth;
using namespace Quoth::Exchange;

/// The first byte says what the rest is: (R)TF, (W)ord's document, (O)penDocument content, a (P)ackage of an EPUB, a page of an EPUB (H), a (M)essage.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const QByteArray rest = bytes.mid(1);
    const QString place = QStringLiteral("fuzz");
    int notes = 0;
    const auto read = [&](IssueList &issues) -> Result<DocumentText> {
        switch (bytes.isEmpty() ? '\0' : bytes[0]) {
        case 'R': return parseRtf(rest, place, issues);
        case 'W': return DocumentText{wordParagraphs(rest, place, issues), {}};
        case 'O': return DocumentText{openDocumentParagraphs(rest, place, issues), {}};
        case 'H': return DocumentText{blocksOf(HtmlPage(QString::fromUtf8(rest)), notes), {}};
        case 'P': {
            const Result<EpubPackage> package = parseEpubPackage(rest, QStringLiteral("OPS/b.opf"), place);
            for (const QString &file : package ? package->files : QStringList()) {
                if (file.startsWith(u'/') || file.startsWith(u"../"))
                    std::abort();
            }
            return DocumentText();
        }
        default: {
            const MimePart message = MimePart::parse(bytes);
            const std::optional<MimePart> page = message.page();
            return DocumentText{{mimeText(message.fields.value("subject")), QString::fromUtf8(page ? page->decoded() : QByteArray())}, {}};
        }
        }
    };
    ImportReport report;
    (void)readDocument(place, [](ImportedArticle article) -> Result<void> {
        checkArticle(article.article);
        return {};
    }, report, Progress(), read);
    return 0;
}
