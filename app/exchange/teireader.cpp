// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "teireader.h"

#include "recordreader.h"
#include "teinames.h"
#include "words.h"

#include <QJsonDocument>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

QString key(const char *name) { return QString::fromLatin1(name); }

QString firstText(const TeiNode &within, std::initializer_list<const char16_t *> path)
{
    const TeiNode *node = &within;
    for (const char16_t *name : path) {
        const QList<const TeiNode *> found = node->all(QStringView(name));
        if (found.isEmpty())
            return {};
        node = found.constFirst();
    }
    return node->allText();
}

QString target(const QString &pointer) { return pointer.startsWith(u'#') ? pointer.sliced(1) : QString(); }

QJsonObject jsonOf(const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).object(); }

} // namespace

QJsonArray TeiReader::codePoints(TextRange range) const
{
    const CodePointRange counted = m_offsets->toCodePoints(range);
    return {counted.begin, counted.end};
}

std::optional<ImportedArticle> TeiReader::read(QXmlStreamReader &xml)
{
    const qint64 line = xml.lineNumber();
    m_prefix = teiAttributes(xml).value(QStringLiteral("xml:id"));
    m_record.insert(key("id"), m_prefix);
    m_prefix += u'-';
    TeiNode standOff;
    bool hasText = false;
    while (xml.readNextStartElement()) {
        if (xml.name() == u"teiHeader") {
            readHeader(readTeiNode(xml));
        } else if (xml.name() == u"text" && !hasText) {
            hasText = true;
            m_text = readTeiText(xml);
        } else if (xml.name() == u"standOff") {
            standOff.children += readTeiNode(xml).children;
        } else {
            if (xml.name() == u"text")
                warn(Words::tr("A second text of the same TEI element was skipped."), xml.lineNumber());
            xml.skipCurrentElement();
        }
    }
    if (!m_text.complete || m_text.text.trimmed().isEmpty()) {
        m_issues.error(m_text.complete || !hasText ? Words::tr("A TEI element without text was skipped.") : Words::tr("An article that breaks off was skipped."), lineOf(m_path, line));
        return std::nullopt;
    }
    m_issues.note(Words::tr("Notes, deletions and the like are no part of the text and were left out."), lineOf(m_path, line), m_text.left);
    warn(Words::tr("An id that was given before was not taken."), line, m_text.repeated);
    m_offsets.emplace(m_text.text);
    readSpeakers(standOff);
    for (const TeiNode *features : standOff.all(u"fs")) {
        if (const QString id = features->attribute(key("xml:id")); !id.isEmpty())
            m_features.insert(id, features);
    }
    readSpans(standOff);
    readAttributions(standOff);
    if (!m_record.contains(u"title"))
        m_record.insert(key("title"), m_record.value(u"id"));
    m_record.insert(key("text"), m_text.text);
    m_record.insert(key("spans"), m_spans);
    m_record.insert(key("attributions"), m_attributions);
    m_record.insert(key("speakers"), m_speakers);
    return RecordReader(m_options, m_issues, lineOf(m_path, line)).read(m_record);
}

void TeiReader::readHeader(const TeiNode &header)
{
    for (const TeiNode *note : header.all(u"note")) {
        if (note->attribute(key("type")) == u"quoth") {
            const QJsonObject fields = jsonOf(note->text);
            for (auto i = fields.begin(); i != fields.end(); ++i)
                m_record.insert(i.key(), i.value());
        }
    }
    // The header is believed where somebody has changed it since.
    const auto better = [](QJsonObject &object, const QString &name, const QString &found) {
        if (!found.isEmpty() && object.value(name).toString().simplified() != found)
            object.insert(name, found);
    };
    QJsonObject meta = m_record.value(u"meta").toObject();
    better(m_record, key("title"), firstText(header, {u"titleStmt", u"title"}));
    QString author = firstText(header, {u"titleStmt", u"author"});
    better(meta, key("author"), author.isEmpty() ? firstText(header, {u"sourceDesc", u"author"}) : author);
    const QString outlet = firstText(header, {u"sourceDesc", u"publisher"});
    better(meta, key("outlet"), outlet.isEmpty() ? firstText(header, {u"publicationStmt", u"publisher"}) : outlet);
    QString published = firstText(header, {u"sourceDesc", u"date"});
    if (published.isEmpty())
        published = firstText(header, {u"publicationStmt", u"date"});
    better(meta, key("published"), published);
    for (const TeiNode *language : header.all(u"language"))
        better(meta, key("language"), language->attribute(key("ident")));
    for (const TeiNode *number : header.all(u"idno")) {
        if (number->attribute(key("type")).compare(u"URL", Qt::CaseInsensitive) == 0)
            better(meta, key("url"), number->allText());
    }
    m_record.insert(key("meta"), meta);
    readSpeakers(header);
}

void TeiReader::readSpeakers(const TeiNode &within)
{
    for (const char16_t *element : {u"person", u"personGrp", u"org"}) {
        const bool organisation = QStringView(element) == u"org";
        for (const TeiNode *node : within.all(QStringView(element))) {
            const QString id = node->attribute(key("xml:id"));
            QString name;
            QJsonArray aliases;
            for (const char16_t *kind : {u"persName", u"orgName", u"name"}) {
                for (const TeiNode *named : node->all(QStringView(kind))) {
                    const bool alias = !name.isEmpty() || named->attribute(key("type")) == u"alias";
                    // Those of ours are kept to the blank.
                    const QString text = named->children.isEmpty() ? named->text : named->allText();
                    alias ? aliases.append(text) : void(name = text);
                }
            }
            if (name.trimmed().isEmpty())
                name = node->allText();
            if (id.isEmpty()) // nobody can be credited to them
                continue;
            if (m_speakerIds.contains(id)) {
                warn(Words::tr("An id that was given before was not taken."), node->line);
                continue;
            }
            m_speakerIds.insert(id);
            const QString role = node->attribute(key("role"));
            const SpeakerType usual = organisation ? SpeakerType::Organisation : QStringView(element) == u"personGrp" ? SpeakerType::Group : SpeakerType::Person;
            QJsonObject speaker{{key("id"), id}, {key("name"), name}, {key("aliases"), aliases}, {key("type"), toString(speakerTypeFromString(role).value_or(usual))}};
            for (const TeiNode *number : node->all(u"idno")) {
                if (number->attribute(key("type")).compare(u"Wikidata", Qt::CaseInsensitive) == 0)
                    speaker.insert(key("wikidata"), number->allText());
            }
            for (const TeiNode *note : node->all(u"note")) {
                if (note->attribute(key("type")) == u"colour")
                    speaker.insert(key("colour"), note->allText());
            }
            m_speakers.append(speaker);
        }
    }
}

QString TeiReader::speakerOf(const QString &pointer, qint64 line)
{
    const QString id = target(pointer);
    if (!id.isEmpty() && m_speakerIds.contains(id))
        return id;
    const QString name = pointer.section(u'#', -1).section(u'/', -1);
    if (name.isEmpty())
        return {};
    const QString made = QStringLiteral("who:") + name;
    if (!m_speakerIds.contains(made)) {
        warn(Words::tr("A speaker that the header does not list was named after its id."), line);
        m_speakerIds.insert(made);
        m_speakers.append(QJsonObject{{key("id"), made}, {key("name"), name}});
    }
    return made;
}

std::optional<TextRange> TeiReader::rangeOf(const TeiNode &span)
{
    const QStringList targets = span.words(key("target"));
    const QString from = targets.isEmpty() ? span.attribute(key("from")) : targets.constFirst();
    const QString to = targets.isEmpty() ? span.attribute(key("to")) : targets.constLast();
    const auto begin = m_text.places.constFind(target(from));
    const auto end = to.isEmpty() ? begin : m_text.places.constFind(target(to));
    if (begin == m_text.places.constEnd() || end == m_text.places.constEnd()) {
        warn(Words::tr("A span whose place is not in the text was dropped."), span.line);
        return std::nullopt;
    }
    TextRange range{begin->begin, end->end};
    // An anchor behind a blank stands before it once blanks are collapsed.
    while (!m_text.preserved && !range.isEmpty() && m_text.text[range.begin].isSpace())
        ++range.begin;
    return range;
}

void TeiReader::readSpans(const TeiNode &standOff)
{
    struct Piece
    {
        const TeiNode *node;
        QString label;
    };
    QList<Piece> pieces;
    QHash<QString, const TeiNode *> byId;
    const auto gather = [&](const TeiNode &parent, const QString &groupLabel) {
        for (const TeiNode &node : parent.children) {
            if (node.name != u"span")
                continue;
            const QString own = node.attribute(key("type"));
            const QString label = own.isEmpty() ? groupLabel : fromTeiWord(own);
            pieces.append({&node, label.isEmpty() ? target(node.attribute(key("ana"))) : label});
            if (const QString id = node.attribute(key("xml:id")); !id.isEmpty())
                byId.insert(id, &node);
        }
    };
    gather(standOff, {});
    for (const TeiNode *group : standOff.all(u"spanGrp"))
        gather(*group, fromTeiWord(group->attribute(key("type"))));
    QSet<QString> spans;
    QSet<const TeiNode *> joined;
    for (const Piece &piece : std::as_const(pieces)) {
        const TeiNode &node = *piece.node;
        if (byId.contains(target(node.attribute(key("prev")))))
            continue;
        QJsonArray fragments;
        for (const TeiNode *next = &node; next && !joined.contains(next); next = byId.value(target(next->attribute(key("next"))))) {
            joined.insert(next);
            if (const auto range = rangeOf(*next))
                fragments.append(codePoints(*range));
        }
        const QString id = node.attribute(key("xml:id"));
        QJsonObject item{{key("id"), id}, {key("label"), piece.label.isEmpty() ? key("span") : piece.label}, {key("fragments"), fragments}};
        if (const QString note = node.children.isEmpty() ? node.text : node.allText(); !note.isEmpty())
            item.insert(key("note"), note);
        if (fragments.isEmpty())
            continue;
        readFeatures(m_features.value(target(node.attribute(key("ana")))), item);
        bool number = false;
        if (const double confidence = node.attribute(key("cert")).toDouble(&number); number)
            item.insert(key("confidence"), confidence);
        m_spans.append(item);
        spans.insert(id);
    }
    const auto left = std::count_if(pieces.cbegin(), pieces.cend(), [&joined](const Piece &piece) { return !joined.contains(piece.node); });
    m_issues.warn(Words::tr("Pieces of spans whose first piece is not there were dropped."), m_path, int(left));
    readMarks(spans);
}

void TeiReader::readMarks(const QSet<QString> &spans)
{
    QHash<QString, const TeiText::Mark *> byId;
    for (const TeiText::Mark &mark : std::as_const(m_text.marks)) {
        if (!mark.id.isEmpty())
            byId.insert(mark.id, &mark);
    }
    int number = 0;
    QSet<const TeiText::Mark *> joined;
    for (const TeiText::Mark &mark : std::as_const(m_text.marks)) {
        // Ours say again what stands off.
        if (spans.contains(target(mark.attributes.value(key("corresp")))) || byId.contains(target(mark.attributes.value(key("prev")))))
            continue;
        QJsonArray fragments;
        for (const TeiText::Mark *next = &mark; next && !joined.contains(next); next = byId.value(target(next->attributes.value(key("next"))))) {
            joined.insert(next);
            if (!next->range.isEmpty())
                fragments.append(codePoints(next->range));
        }
        if (fragments.isEmpty()) {
            warn(Words::tr("A quotation without text was dropped."), mark.line);
            continue;
        }
        const QString id = mark.id.isEmpty() ? QStringLiteral("mark:%1").arg(++number) : mark.id;
        m_spans.append(QJsonObject{{key("id"), id}, {key("label"), mark.name == u"soCalled" ? key("ScareQuote") : key("Quotation")}, {key("fragments"), fragments}});
        const QStringList who = mark.attributes.value(key("who")).simplified().split(u' ', Qt::SkipEmptyParts);
        if (who.isEmpty())
            continue;
        if (who.size() > 1)
            warn(Words::tr("Of several speakers of one quotation the first was taken."), mark.line);
        QJsonObject attribution{{key("id"), QStringLiteral("said:") + id}, {key("spans"), QJsonObject{{contentRole, QJsonArray{id}}}}, {key("speaker"), speakerOf(who.constFirst(), mark.line)}};
        const QString direct = mark.attributes.value(key("direct"));
        if (direct == u"true" || direct == u"1" || direct == u"false" || direct == u"0")
            attribution.insert(key("kind"), direct == u"true" || direct == u"1" ? key("direct") : key("indirect"));
        m_attributions.append(attribution);
    }
}

void TeiReader::readAttributions(const TeiNode &standOff)
{
    for (const TeiNode *group : standOff.all(u"linkGrp")) {
        for (const TeiNode *link : group->all(u"link")) {
            const QStringList targets = link->words(key("target"));
            QStringList roles = link->words(key("targFunc"));
            if (roles.isEmpty())
                roles = group->words(key("targFunc"));
            if (roles.isEmpty() || roles.size() != targets.size()) {
                warn(Words::tr("A link that does not say what its targets do was dropped."), link->line);
                continue;
            }
            QJsonObject item{{key("id"), link->attribute(key("xml:id"))}, {key("type"), fromTeiWord(group->attribute(key("type")))}};
            QJsonObject spans;
            for (qsizetype i = 0; i < targets.size(); ++i) {
                const TeiNode *features = m_features.value(target(targets[i]));
                if (i == 0 && features && roles[i] == u"annotation") {
                    item.insert(key("kind"), QJsonValue());
                    readFeatures(features, item);
                    continue;
                }
                const QString role = fromTeiWord(roles[i]);
                QJsonArray ids = spans.value(role).toArray();
                ids.append(target(targets[i]));
                spans.insert(role, ids);
            }
            item.insert(key("spans"), spans);
            bool number = false;
            if (const double confidence = link->attribute(key("cert")).toDouble(&number); number)
                item.insert(key("confidence"), confidence);
            m_attributions.append(item);
        }
    }
}

void TeiReader::readFeatures(const TeiNode *features, QJsonObject &item)
{
    if (!features)
        return;
    QJsonObject attributes;
    for (const TeiNode &feature : features->children) {
        const QString name = feature.attribute(key("name"));
        const TeiNode *string = feature.child(u"string");
        const QString text = string ? string->text : feature.text;
        if (name == u"attributes") {
            for (const TeiNode *nested : feature.all(u"f")) {
                const TeiNode *value = nested->child(u"string");
                attributes.insert(nested->attribute(key("name")), value ? value->text : nested->text);
            }
        } else if (name == u"furtherAttributes") {
            const QJsonObject further = jsonOf(text);
            for (auto i = further.begin(); i != further.end(); ++i)
                attributes.insert(i.key(), i.value());
        } else if (name == u"speaker") {
            item.insert(name, target(feature.attribute(key("fVal"))));
        } else if (name == u"origin") {
            item.insert(name, jsonOf(text));
        } else if (name == u"state" || name == u"kind" || name == u"note" || name == u"explanation") {
            item.insert(name, text);
        } else if (!name.isEmpty()) {
            attributes.insert(name, text.isEmpty() ? feature.allText() : text);
        }
    }
    item.insert(key("attributes"), attributes);
}

} // namespace Quoth::Exchange
