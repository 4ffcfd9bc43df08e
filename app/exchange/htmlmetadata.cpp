// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "htmlmetadata.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Quoth::Exchange {

using Annotation::ArticleMeta;

namespace {

constexpr int deepestJson = 8;

/// A schema.org value: a text, a thing with a name, or a list of them.
QString named(const QJsonValue &value, int depth = 0)
{
    if (depth > deepestJson)
        return {};
    if (value.isArray()) {
        QStringList names;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array) {
            if (const QString name = named(item, depth + 1); !name.isEmpty())
                names.append(name);
        }
        return names.join(QStringLiteral(", "));
    }
    if (value.isObject())
        return named(value.toObject().value(u"name"), depth + 1);
    return value.toString().simplified();
}

void fill(QString &field, const QString &value)
{
    if (field.isEmpty())
        field = value.simplified();
}

bool isUrl(const QString &text) { return text.startsWith(u"http://") || text.startsWith(u"https://"); }

void readJsonLd(const QJsonValue &value, ArticleMeta &meta, int depth = 0)
{
    if (depth > deepestJson)
        return;
    const QJsonArray list = value.isArray() ? value.toArray() : value.toObject().value(u"@graph").toArray();
    for (const QJsonValue &item : list)
        readJsonLd(item, meta, depth + 1);
    const QJsonObject object = value.toObject();
    const QString type = named(object.value(u"@type"));
    if (!type.contains(u"Article") && !type.contains(u"BlogPosting") && type != u"Report")
        return;
    fill(meta.title, object.value(u"headline").toString());
    fill(meta.published, object.value(u"datePublished").toString());
    fill(meta.author, named(object.value(u"author")));
    fill(meta.outlet, named(object.value(u"publisher")));
    fill(meta.language, object.value(u"inLanguage").toString());
    if (const QString url = object.value(u"url").toString(); isUrl(url))
        fill(meta.url, url);
}

class MetadataReader
{
public:
    ArticleMeta read(const HtmlPage &page)
    {
        forEachElement(page.root(), [this](const GumboNode *node) { visit(node); });
        const auto first = [this](std::initializer_list<const char *> names) {
            for (const char *name : names) {
                const QString value = m_named.value(QString::fromLatin1(name));
                if (!value.isEmpty())
                    return value;
            }
            return QString();
        };
        fill(m_meta.title, first({"og:title", "twitter:title"}));
        fill(m_meta.title, m_heading);
        fill(m_meta.title, m_title);
        fill(m_meta.published, first({"article:published_time", "datepublished", "date", "pubdate", "publishdate", "dc.date",
                                      "dc.date.issued", "dcterms.date", "parsely-pub-date", "og:article:published_time"}));
        fill(m_meta.published, m_time);
        const QString author = first({"author", "dc.creator", "parsely-author", "article:author", "byl"});
        if (!isUrl(author))
            fill(m_meta.author, author);
        fill(m_meta.outlet, first({"og:site_name", "application-name", "dc.publisher"}));
        if (!m_canonical.isEmpty())
            m_meta.url = m_canonical;
        fill(m_meta.url, first({"og:url"}));
        fill(m_meta.language, m_language);
        fill(m_meta.language, first({"og:locale", "content-language"}).replace(u'_', u'-'));
        return std::move(m_meta);
    }

private:
    void visit(const GumboNode *node)
    {
        switch (node->v.element.tag) {
        case GUMBO_TAG_HTML: m_language = attributeOf(node, "lang"); break;
        case GUMBO_TAG_TITLE: fill(m_title, innerText(node)); break;
        case GUMBO_TAG_H1: fill(m_heading, innerText(node)); break;
        case GUMBO_TAG_TIME: fill(m_time, attributeOf(node, "datetime")); break;
        case GUMBO_TAG_META:
            for (const char *key : {"property", "name", "itemprop", "http-equiv"}) {
                const QString name = attributeOf(node, key).toLower();
                if (!name.isEmpty() && !m_named.contains(name))
                    m_named.insert(name, attributeOf(node, "content"));
            }
            break;
        case GUMBO_TAG_LINK:
            if (attributeOf(node, "rel").compare(u"canonical", Qt::CaseInsensitive) == 0 && isUrl(attributeOf(node, "href")))
                fill(m_canonical, attributeOf(node, "href"));
            break;
        case GUMBO_TAG_SCRIPT:
            if (attributeOf(node, "type").compare(u"application/ld+json", Qt::CaseInsensitive) == 0) {
                const QJsonDocument json = QJsonDocument::fromJson(rawText(node).toUtf8());
                readJsonLd(json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()), m_meta);
            }
            break;
        default: break;
        }
    }

    ArticleMeta m_meta;
    QHash<QString, QString> m_named;
    QString m_title;
    QString m_heading;
    QString m_time;
    QString m_canonical;
    QString m_language;
};

} // namespace

ArticleMeta metadataOf(const HtmlPage &page) { return MetadataReader().read(page); }

} // namespace Quoth::Exchange
