// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzchecks.h"

#include <app/exchange/textdecoder.h>
#include <app/exchange/utfguess.h>

using namespace Quoth;
using namespace Quoth::Exchange;

/// The first byte chooses an encoding, or detection.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    static const char *const names[] = {"", "", "", "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "windows-1252", "windows-1251",
                                        "KOI8-R", "GB18030", "Shift_JIS", "EUC-KR", "Big5", "ISO-2022-JP", "UTF-7"};
    const QByteArrayView bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    binaryKind(bytes);
    const auto decoded = decode(bytes, QString::fromLatin1(names[data[0] % 16]));
    if (!decoded || decoded->invalid < 0 || (decoded->invalid > 0) != (decoded->firstInvalidLine > 0))
        std::abort();
    if (decoded->encoding == u"UTF-8" && decoded->invalid == 0 && decoded->text.toUtf8() != bytes.toByteArray())
        std::abort();
    Annotation::AnnotatedArticle article;
    article.article.text = Annotation::normalised(decoded->text).text;
    checkArticle(article);
    return 0;
}
