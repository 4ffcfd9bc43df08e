// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The first byte chooses the language that the article claims and how the rest is read: as UTF-8, as UTF-16 with all
// its lone surrogates, or as a list of words and marks that matter to detectors.

#include <tests/detection/detectionchecks.h>

#include <app/detection/detectorregistry.h>

#include <cstdlib>

using namespace Quoth;

namespace {

QString wordsOf(const uint8_t *data, size_t size)
{
    static const char16_t *const pieces[] = {u"said ",
                                             u"Ann Carter ",
                                             u"the minister ",
                                             u"that ",
                                             u"\u201C",
                                             u"\u201D ",
                                             u"\"",
                                             u"\" ",
                                             u"'",
                                             u"\u2018",
                                             u"\u2019 ",
                                             u"'' ",
                                             u", ",
                                             u". ",
                                             u"? ",
                                             u": ",
                                             u"\n",
                                             u" ",
                                             u"\U0001F600",
                                             u"\u0301",
                                             u"\u05D0\u05D1 ",
                                             u"sagte ",
                                             u"teilte ",
                                             u"mit, ",
                                             u"hat ",
                                             u"erkl\u00E4rt ",
                                             u"laut ",
                                             u"nach Angaben ",
                                             u"der Polizei ",
                                             u"zufolge ",
                                             u"wie ",
                                             u"dass ",
                                             u"sei ",
                                             u"Dies ",
                                             u"hie\u00DF es ",
                                             u"so ",
                                             u"3. Mai ",
                                             u"\u201E",
                                             u"\u201C ",
                                             u"according to ",
                                             u"who ",
                                             u"was ",
                                             u"claimed ",
                                             u"by ",
                                             u"to ",
                                             u"(",
                                             u") ",
                                             u"his claim ",
                                             u"and ",
                                             u"adding ",
                                             u"U.S. ",
                                             u"\u2014",
                                             u"n't ",
                                             u"'s ",
                                             u"I ",
                                             u"14 ",
                                             u"with ",
                                             u"&",
                                             u"\u00AB",
                                             u"\u00BB ",
                                             u"\u201E",
                                             u"\u201C ",
                                             u"\u300C",
                                             u"\u300D",
                                             u"\u0642\u0627\u0644 ",
                                             u"\u8BF4\uFF1A",
                                             u"\u3002",
                                             u"[",
                                             u"] ",
                                             u"; ",
                                             u"but ",
                                             u"because ",
                                             u"1.2 million ",
                                             u"LIND: ",
                                             u"\u2039",
                                             u"\u203A ",
                                             u"\u201A",
                                             u"she ",
                                             u"it is safe ",
                                             u"more than ",
                                             u"\u200F",
                                             u"\u0000"};
    QString text;
    for (size_t i = 0; i < size; ++i)
        text += QStringView(pieces[data[i] % std::size(pieces)]);
    return text;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Detection::DetectorRegistry registry;
    static const char16_t *const languages[] = {u"", u"en", u"de", u"ar"};
    if (size == 0)
        return 0;
    const uint8_t how = data[0];
    ++data;
    --size;
    Annotation::Article article;
    article.meta.language = QString::fromUtf16(languages[how & 3]);
    switch (how >> 2 & 3) {
    case 0: article.text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size)); break;
    case 1:
        for (size_t i = 0; i + 1 < size; i += 2)
            article.text += QChar(char16_t(data[i] | data[i + 1] << 8));
        break;
    default: article.text = wordsOf(data, size);
    }
    for (const QString &name : registry.names()) {
        const auto found = registry.detector(name)->detect(article, Progress());
        if (!found || !Detection::whatIsWrong(*found, article.text).isEmpty())
            std::abort();
    }
    return 0;
}
