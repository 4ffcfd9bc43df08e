// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articlecolumns.h"

#include "tablerows.h"
#include "words.h"

#include <algorithm>

namespace Quoth::Exchange {

namespace {

struct Role
{
    const char *name;
    const char *columns; ///< letters only, the surest first
};
constexpr Role roles[] = {
    {"text", "text fulltext articletext articlebody bodytext maintext plaintext body content contents story volltext artikeltext haupttext inhalt texte texteintégral contenu corps "
             "texto textocompleto contenido cuerpo conteúdo corpo testo testocompleto contenuto tekst inhoud treść текст содержание 正文 内容 本文 テキスト النص المحتوى טקסט"},
    {"id", "id articleid docid documentid textid guid uid uuid identifier key nummer number artikelnummer artikelid identifiant identificador identificatore идентификатор"},
    {"title", "title headline heading articletitle head titel überschrift schlagzeile titre título titulo titular titolo kop tytuł заголовок название 标题 標題 タイトル العنوان כותרת"},
    {"url", "url link weburl permalink webaddress articleurl uri href adresse webadresse lien enlace 链接 ссылка"},
    {"outlet", "outlet publication publisher newspaper medium media sourcename source journal site zeitung quelle verlag medientitel média medio periódico fuente jornal fonte testata krant bron "
               "źródło источник издание 来源 媒体 المصدر"},
    {"author", "author authors byline writer creator autor autorin verfasser verfasserin auteur auteurs autore autrice автор 作者 著者 الكاتب المؤلف"},
    {"date", "date published publishedat datepublished publicationdate publisheddate pubdate publishdate datetime timestamp datum erscheinungsdatum veröffentlicht erschienen datedepublication fecha "
             "fechadepublicación data datapubblicazione dataopublikowania дата датапубликации 日期 发布日期 日付 التاريخ"},
    {"language", "language lang locale sprache langue idioma lingua taal język язык 语言 言語 اللغة"}};

/// "Publication_Date" as "publicationdate".
QString lettersOf(const QString &name)
{
    QString letters = name.toLower().normalized(QString::NormalizationForm_C);
    letters.removeIf([](QChar c) { return !c.isLetter() && !c.isMark() && !c.isSurrogate(); });
    return letters;
}

qsizetype guessed(const QStringList &letters, const Role &role, const QList<qsizetype> &taken)
{
    for (const QString &known : QString::fromUtf8(role.columns).split(u' ')) {
        const qsizetype column = letters.indexOf(known);
        if (column >= 0 && !taken.contains(column))
            return column;
    }
    return -1;
}

QStringList lettersOf(const QStringList &header)
{
    QStringList letters;
    for (const QString &name : header)
        letters.append(lettersOf(name));
    return letters;
}

} // namespace

QStringList columnRoles()
{
    QStringList names;
    for (const Role &role : roles)
        names.append(QString::fromLatin1(role.name));
    return names;
}

Result<QMap<QString, qsizetype>> articleColumns(const QStringList &header, const QMap<QString, QString> &wanted, const QString &place)
{
    if (isAnnotationTable(header))
        return Error{ErrorCode::BadInput, Words::tr("This is a table of annotations as Quoth writes it, not one of articles. To take annotations along, export them as \"jsonl\" and import that."), place};
    QMap<QString, qsizetype> columns;
    for (auto i = wanted.begin(); i != wanted.end(); ++i) {
        if (i.value().isEmpty())
            continue;
        const auto found = std::find_if(header.begin(), header.end(), [&i](const QString &name) { return name.trimmed().compare(i.value().trimmed(), Qt::CaseInsensitive) == 0; });
        if (found == header.end())
            return Error{ErrorCode::BadInput, Words::tr("The table has no column \"%1\"; it has: %2.").arg(i.value(), header.join(QStringLiteral(", "))), place};
        if (!columnRoles().contains(i.key()))
            return Error{ErrorCode::BadInput, Words::tr("A column cannot be \"%1\", only one of: %2.").arg(i.key(), columnRoles().join(QStringLiteral(", "))), place};
        columns.insert(i.key(), found - header.begin());
    }
    const QStringList letters = lettersOf(header);
    for (const Role &role : roles) {
        const QString name = QString::fromLatin1(role.name);
        const qsizetype column = columns.contains(name) || wanted.contains(name) ? -1 : guessed(letters, role, columns.values());
        if (column >= 0)
            columns.insert(name, column);
    }
    if (!columns.contains(QStringLiteral("text")))
        return Error{ErrorCode::BadInput, Words::tr("No column of the table is known to hold the articles' text. Say which one does, with --columns text=NAME; it has: %1.").arg(header.join(QStringLiteral(", "))), place};
    return columns;
}

bool namesText(const QStringList &header) { return !isAnnotationTable(header) && guessed(lettersOf(header), roles[0], {}) >= 0; }

Result<QMap<QString, QString>> columnsFromWords(const QString &words)
{
    QMap<QString, QString> columns;
    for (const QString &pair : words.split(u',', Qt::SkipEmptyParts)) {
        const QString role = pair.section(u'=', 0, 0).trimmed().toLower();
        const QString name = pair.section(u'=', 1).trimmed();
        if (!columnRoles().contains(role) || name.isEmpty())
            return Error{ErrorCode::BadInput, Words::tr("\"%1\" does not say which column is what, as in text=body; what it can be: %2.").arg(pair.trimmed(), columnRoles().join(QStringLiteral(", "))), {}};
        columns.insert(role, name);
    }
    return columns;
}

} // namespace Quoth::Exchange
