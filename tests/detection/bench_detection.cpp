// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints how fast the rules read generated news of several lengths, in megabytes (of UTF-8) a second, and texts that
// invite quadratic behaviour: their figures must not fall with their length.

#include <app/detection/detectorregistry.h>

#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstdio>
#include <ctime>

using namespace Quoth;

namespace {

QString news(qsizetype length)
{
    const QStringList names{QStringLiteral("Ann Carter"),   QStringLiteral("Boris Lind"),
                            QStringLiteral("Carter"),       QStringLiteral("Lind"),
                            QStringLiteral("the minister"), QStringLiteral("a spokeswoman for the council"),
                            QStringLiteral("she")};
    const QStringList forms{
        QStringLiteral(
            "%1 said on Monday that the bridge over the river would be closed for repairs until the spring. "),
        QStringLiteral(
            "\u201CWe found 14 faults in the older part,\u201D %1 said, adding that the costs had doubled. "),
        QStringLiteral("According to %1, the \u201Creform\u201D has cost the town two million crowns since 2014. "),
        QStringLiteral(
            "The company, which employs 300 people in the valley, has repeatedly denied the allegations, %1 noted. "),
        QStringLiteral("Rain fell on the hills for most of the week and the markets stayed quiet. ")};
    QRandomGenerator random(7);
    QString text;
    text.reserve(length + 300);
    while (text.size() < length) {
        for (int i = 0; i < 3; ++i) {
            QString sentence = forms[random.bounded(forms.size())];
            sentence.replace(QStringLiteral("%1"), names[random.bounded(names.size())]);
            sentence[0] = sentence[0].toUpper();
            text += sentence;
        }
        text[text.size() - 1] = u'\n';
    }
    return text;
}

void measure(const char *what, const QString &text)
{
    const Detection::DetectorRegistry registry;
    const Detection::Detector *detector = registry.detector(u"rules");
    Annotation::Article article;
    article.text = QStringLiteral("He said it was so.");
    if (!detector->detect(article, Progress())) // loads the lexicon
        return;
    article.text = text;
    const std::clock_t begin = std::clock(); // of the processor: other programs do not count
    const auto result = detector->detect(article, Progress());
    const double seconds = double(std::clock() - begin) / CLOCKS_PER_SEC;
    std::printf("%-28s %8.1f kB  %7.2f MB/s  %lld attributions\n", what, double(text.toUtf8().size()) / 1e3,
                double(text.toUtf8().size()) / 1e6 / seconds, result ? qlonglong(result->attributions.size()) : -1);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    measure("news, 10 kB", news(10'000));
    measure("news, 500 kB", news(500'000));
    measure("news, 10 MB", news(10'000'000));
    measure("one line, 100 kB", news(100'000).replace(u'\n', u' '));
    measure("one line, 1 MB", news(1'000'000).replace(u'\n', u' '));
    measure("no sentence ends, 100 kB", news(100'000).remove(u'.').replace(u'\n', u' '));
    measure("no sentence ends, 1 MB", news(1'000'000).remove(u'.').replace(u'\n', u' '));
    for (const qsizetype length : {100'000, 1'000'000}) {
        measure("opening marks only", QStringLiteral("\u201C he said ").repeated(length / 10));
        measure("straight marks only", QStringLiteral("\" he said ").repeated(length / 10));
        measure("single marks only", QStringLiteral("\u2018he said ").repeated(length / 9));
        measure("commas only", QStringLiteral("he said, ").repeated(length / 9));
        measure("names only", QStringLiteral("Ann Carter ").repeated(length / 11));
        measure("brackets only", QStringLiteral("(he said ").repeated(length / 9));
        measure("one word", QString(length, u'a'));
    }
    return 0;
}
