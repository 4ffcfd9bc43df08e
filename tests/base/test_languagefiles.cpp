// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>
#include <QLocale>
#include <QtTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <iterator>

namespace {

struct Message
{
    QString context;
    QString source;
    QString comment;
    bool finished = true;
    bool hasNumber = false;
    QStringList forms; ///< of a text without a number one

    QString key() const { return context + u'|' + source + u'|' + comment; }
};

struct Language
{
    const char *name;
    qsizetype forms; ///< of a text with a number, in the order of Qt Linguist
    qsizetype namedNumbers; ///< of these the first may do without the number: the word itself says how many
};

constexpr Language languages[] = {{"ar", 6, 3}, {"de", 2, 0}, {"es", 2, 0}, {"fr", 2, 0}, {"ru", 3, 0}, {"uk", 3, 0}, {"zh_CN", 1, 0}};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// All messages of a file of translations; none if it cannot be read.
QList<Message> messagesOf(const QString &language)
{
    QList<Message> messages;
    QString context;
    QXmlStreamReader xml(contentOf(QStringLiteral(QUOTH_SOURCE_DIR "/translations/quoth_%1.ts").arg(language)));
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QStringView name = xml.name();
        if (name == u"name") {
            context = xml.readElementText();
        } else if (name == u"message") {
            messages.append(Message());
            messages.last().context = context;
            messages.last().hasNumber = xml.attributes().value(QStringLiteral("numerus")) == u"yes";
        } else if (name == u"source") {
            messages.last().source = xml.readElementText();
        } else if (name == u"comment") {
            messages.last().comment = xml.readElementText();
        } else if (name == u"numerusform") {
            messages.last().forms.append(xml.readElementText());
        } else if (name == u"translation") {
            messages.last().finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            if (!messages.last().hasNumber)
                messages.last().forms.append(xml.readElementText());
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QStringList allOf(const char *pattern, const QString &text)
{
    const QRegularExpression expression(QString::fromUtf8(pattern), QRegularExpression::UseUnicodePropertiesOption);
    QStringList found;
    for (const auto &match : expression.globalMatch(text))
        found.append(match.captured(match.lastCapturedIndex()));
    found.sort();
    return found;
}

qsizetype mnemonicsOf(QString text) { return allOf("&(?=\\S)", text.remove(QStringLiteral("&&"))).size(); }

/// What a form has lost or gained that another language may not change; empty if nothing.
QString faultOf(const Message &message, const QString &form, bool mayNameTheNumber, const char *language)
{
    const QString &source = message.source;
    const auto places = [](const QString &text) {
        const QStringList found = allOf("%L?(?:\\d+|n)", text);
        return QSet<QString>(found.begin(), found.end());
    };
    QSet<QString> lost = places(source) - places(form);
    if (mayNameTheNumber)
        lost.remove(QStringLiteral("%n"));
    if (!lost.isEmpty() || !(places(form) - places(source)).isEmpty())
        return QStringLiteral("other placeholders");
    if (allOf("</?[a-z]+[^>]*>", source) != allOf("</?[a-z]+[^>]*>", form))
        return QStringLiteral("other tags");
    // Letters that join are torn apart by the line under one of them: such a language goes without.
    const bool joins = QLocale(QLatin1String(language)).textDirection() == Qt::RightToLeft;
    if (mnemonicsOf(form) != (joins ? 0 : mnemonicsOf(source)))
        return QStringLiteral("another number of mnemonics");
    const auto hasDots = [](const QString &text) { return text.endsWith(u'…') || text.endsWith(QStringLiteral("...")); };
    if (hasDots(source) != hasDots(form))
        return QStringLiteral("the dots at the end are not as in English");
    if (source.endsWith(u':') && !form.endsWith(u':') && !form.endsWith(u'：'))
        return QStringLiteral("no colon at the end");
    // What stands between the parts of a list is each language's own.
    if (source == u", ")
        return {};
    if (source.startsWith(u' ') != form.startsWith(u' ') || source.endsWith(u' ') != form.endsWith(u' ') || source.endsWith(u'\n') != form.endsWith(u'\n'))
        return QStringLiteral("other blanks at the begin or the end");
    for (const QString &option : allOf("--[a-z][a-z-]*", source)) {
        if (!form.contains(option))
            return QStringLiteral("without ") + option;
    }
    // A language may say "the suffix zip" for ".zip".
    for (const QString &suffix : allOf("(?:^|[\\s*(\"“])\\.([a-z][a-z0-9]{1,8})\\b", source)) {
        if (!form.contains(suffix))
            return QStringLiteral("without .") + suffix;
    }
    return {};
}

/// The texts of a label schema that people read: titles, guidelines and values.
void gatherTexts(const QJsonValue &value, QStringList &texts)
{
    const QJsonArray array = value.toArray();
    for (const QJsonValue &one : array)
        gatherTexts(one, texts);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == u"title" || it.key() == u"guideline")
            texts.append(it.value().toString());
        if (it.key() == u"values") {
            const QJsonArray values = it.value().toArray();
            for (const QJsonValue &one : values)
                texts.append(one.toString());
        }
        gatherTexts(it.value(), texts);
    }
}

} // namespace

/// What every translation must keep to, read from the files as translators leave them.
class TestLanguageFiles : public QObject
{
    Q_OBJECT

private slots:
    void leavesNothingUnfinished_data() { addLanguages(); }
    void leavesNothingUnfinished();
    void givesEveryNumberItsForms_data() { addLanguages(); }
    void givesEveryNumberItsForms();
    void keepsWhatIsNoLanguage_data() { addLanguages(); }
    void keepsWhatIsNoLanguage();
    void hasTheTextsOfTheOtherLanguages_data() { addLanguages(); }
    void hasTheTextsOfTheOtherLanguages();
    void hasTheTextsOfLabelSchemas_data() { addLanguages(); }
    void hasTheTextsOfLabelSchemas();
    void hasAGlossaryThatSaysEachTermOnce_data() { addLanguages(); }
    void hasAGlossaryThatSaysEachTermOnce();

private:
    static void addLanguages();
    static Language language();
    static QList<Message> messages();
    /// Fails with all that was found, not with the first.
    static void tell(const QStringList &faults);
};

void TestLanguageFiles::addLanguages()
{
    QTest::addColumn<int>("number");
    for (int i = 0; i < int(std::size(languages)); ++i)
        QTest::newRow(languages[i].name) << i;
}

Language TestLanguageFiles::language()
{
    QFETCH(int, number);
    return languages[number];
}

QList<Message> TestLanguageFiles::messages() { return messagesOf(QLatin1String(language().name)); }

void TestLanguageFiles::tell(const QStringList &faults)
{
    constexpr qsizetype most = 200;
    const QString all = QStringLiteral("%1 in quoth_%2.ts:\n").arg(faults.size()).arg(QLatin1String(language().name)) + faults.mid(0, most).join(u'\n');
    QVERIFY2(faults.isEmpty(), qPrintable(all));
}

void TestLanguageFiles::leavesNothingUnfinished()
{
    const QList<Message> all = messages();
    QVERIFY(!all.isEmpty());
    QStringList faults;
    for (const Message &message : all) {
        const bool isEmpty = message.forms.isEmpty()
            || std::any_of(message.forms.begin(), message.forms.end(), [](const QString &form) { return form.trimmed().isEmpty(); });
        if (!message.finished || isEmpty)
            faults.append(message.context + QStringLiteral(": ") + message.source);
    }
    tell(faults);
}

void TestLanguageFiles::givesEveryNumberItsForms()
{
    QStringList faults;
    const QList<Message> all = messages();
    for (const Message &message : all) {
        if (message.finished && message.forms.size() != (message.hasNumber ? language().forms : 1))
            faults.append(message.source);
    }
    tell(faults);
}

void TestLanguageFiles::keepsWhatIsNoLanguage()
{
    QStringList faults;
    const QList<Message> all = messages();
    for (const Message &message : all) {
        for (qsizetype i = 0; message.finished && i < message.forms.size(); ++i) {
            const QString fault = faultOf(message, message.forms[i], message.hasNumber && i < language().namedNumbers, language().name);
            if (!fault.isEmpty())
                faults.append(QStringLiteral("%1: \"%2\" is \"%3\"").arg(fault, message.source, message.forms[i]));
        }
    }
    tell(faults);
}

void TestLanguageFiles::hasTheTextsOfTheOtherLanguages()
{
    QSet<QString> known;
    const QList<Message> all = messages();
    for (const Message &message : all)
        known.insert(message.key());
    QStringList faults;
    if (known.size() != all.size())
        faults.append(QStringLiteral("some texts are there twice"));
    for (const char *other : {"de", "en"}) {
        const QList<Message> wanted = messagesOf(QLatin1String(other));
        QVERIFY(!wanted.isEmpty());
        for (const Message &message : wanted) {
            if (!known.contains(message.key()))
                faults.append(QStringLiteral("missing: ") + message.key());
        }
    }
    tell(faults);
}

void TestLanguageFiles::hasTheTextsOfLabelSchemas()
{
    QStringList texts;
    QDirIterator files(QStringLiteral(QUOTH_SOURCE_DIR "/resources/schemas"), {QStringLiteral("*.json")}, QDir::Files);
    while (files.hasNext())
        gatherTexts(QJsonDocument::fromJson(contentOf(files.next())).object(), texts);
    QVERIFY(texts.contains(QStringLiteral("Scare quote")) && texts.contains(QStringLiteral("quantity")));
    QSet<QString> known;
    const QList<Message> all = messages();
    for (const Message &message : all) {
        if (message.context == u"Quoth::Schema")
            known.insert(message.source);
    }
    QStringList faults;
    for (const QString &text : std::as_const(texts)) {
        if (!known.contains(text))
            faults.append(text);
    }
    tell(faults);
}

void TestLanguageFiles::hasAGlossaryThatSaysEachTermOnce()
{
    const QString path = QStringLiteral(QUOTH_SOURCE_DIR "/translations/glossary/%1.tsv").arg(QLatin1String(language().name));
    const QStringList lines = QString::fromUtf8(contentOf(path)).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY2(!lines.isEmpty(), qPrintable(path));
    QSet<QString> terms;
    QStringList faults;
    for (const QString &line : lines) {
        const QStringList columns = line.split(u'\t');
        if (columns.size() < 2 || columns[0].trimmed().isEmpty() || columns[1].trimmed().isEmpty())
            faults.append(QStringLiteral("no term and its translation: ") + line);
        if (terms.contains(columns[0]))
            faults.append(QStringLiteral("twice: ") + columns[0]);
        terms.insert(columns[0]);
    }
    tell(faults);
}

QTEST_GUILESS_MAIN(TestLanguageFiles)
#include "test_languagefiles.moc"
