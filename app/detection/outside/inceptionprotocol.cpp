// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inceptionprotocol.h"

#include "words.h"

#include <app/detection/text/sentences.h>
#include <app/detection/text/tokenizer.h>

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace Quoth::Detection {

using namespace Annotation;

namespace {

const QString xmiSpace = QStringLiteral("http://www.omg.org/XMI");
const QString casSpace = QStringLiteral("http:///uima/cas.ecore");
const QString tcasSpace = QStringLiteral("http:///uima/tcas.ecore");
const QString segmentationSpace = QStringLiteral("http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore");
const QString predicted = QStringLiteral("inception_internal_predicted");

Error bad(const QString &message) { return {ErrorCode::BadInput, message, {}}; }

bool isForbiddenInXml(QChar c)
{
    return (c < u' ' && c != u'\n' && c != u'\t' && c != u'\r') || c == QChar(0xFFFE) || c == QChar(0xFFFF);
}

QString forXml(QString text)
{
    for (QChar &c : text) {
        if (isForbiddenInXml(c))
            c = u' ';
    }
    return text;
}

QString shortName(const QString &layer) { return layer.section(u'.', -1); }

/// The namespace of the types of a UIMA package, as UIMA's XmiCasSerializer makes it.
QString spaceOf(const QString &layer)
{
    const QString package = layer.section(u'.', 0, -2);
    return package.isEmpty() ? QStringLiteral("http:///uima/noNamespace.ecore")
                             : QStringLiteral("http:///%1.ecore").arg(QString(package).replace(u'.', u'/'));
}

QString xmiOf(const Article &article)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    xml.writeNamespace(xmiSpace, QStringLiteral("xmi"));
    xml.writeNamespace(casSpace, QStringLiteral("cas"));
    xml.writeNamespace(tcasSpace, QStringLiteral("tcas"));
    xml.writeNamespace(segmentationSpace, QStringLiteral("segmentation"));
    xml.writeStartElement(xmiSpace, QStringLiteral("XMI"));
    xml.writeAttribute(xmiSpace, QStringLiteral("version"), QStringLiteral("2.0"));
    xml.writeEmptyElement(casSpace, QStringLiteral("NULL"));
    xml.writeAttribute(xmiSpace, QStringLiteral("id"), QStringLiteral("0"));
    QStringList members;
    const auto annotation = [&](const QString &space, const QString &type, TextRange range) {
        members.append(QString::number(members.size() + 2));
        xml.writeEmptyElement(space, type);
        xml.writeAttribute(xmiSpace, QStringLiteral("id"), members.constLast());
        xml.writeAttribute(QStringLiteral("sofa"), QStringLiteral("1"));
        xml.writeAttribute(QStringLiteral("begin"), QString::number(range.begin));
        xml.writeAttribute(QStringLiteral("end"), QString::number(range.end));
    };
    const QString &text = article.text;
    annotation(tcasSpace, QStringLiteral("DocumentAnnotation"), {0, qint32(text.size())});
    xml.writeAttribute(QStringLiteral("language"),
                       article.meta.language.isEmpty() ? QStringLiteral("x-unspecified") : forXml(article.meta.language));
    // Recommenders read tokens and sentences; INCEpTION always sends them.
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = text.indexOf(u'\n', begin);
        end = end < 0 ? text.size() : end;
        Tokens tokens;
        tokenize(text, {qint32(begin), qint32(end)}, nullptr, tokens);
        for (const TokenRange &sentence : splitSentences(text, tokens, {0, int(tokens.size())}, nullptr)) {
            if (!sentence.isEmpty())
                annotation(segmentationSpace, QStringLiteral("Sentence"),
                           {tokens[size_t(sentence.begin)].begin, tokens[size_t(sentence.end) - 1].end});
        }
        for (const Token &token : tokens)
            annotation(segmentationSpace, QStringLiteral("Token"), token.range());
        begin = end + 1;
    }
    xml.writeEmptyElement(casSpace, QStringLiteral("Sofa"));
    xml.writeAttribute(xmiSpace, QStringLiteral("id"), QStringLiteral("1"));
    xml.writeAttribute(QStringLiteral("sofaNum"), QStringLiteral("1"));
    xml.writeAttribute(QStringLiteral("sofaID"), QStringLiteral("_InitialView"));
    xml.writeAttribute(QStringLiteral("mimeType"), QStringLiteral("text"));
    xml.writeAttribute(QStringLiteral("sofaString"), forXml(text));
    xml.writeEmptyElement(casSpace, QStringLiteral("View"));
    xml.writeAttribute(QStringLiteral("sofa"), QStringLiteral("1"));
    xml.writeAttribute(QStringLiteral("members"), members.join(u' '));
    xml.writeEndElement();
    xml.writeEndDocument();
    return QString::fromUtf8(bytes);
}

QString typeSystemOf(const OutsideSettings &settings)
{
    QString description;
    QXmlStreamWriter xml(&description);
    xml.writeStartDocument();
    xml.writeDefaultNamespace(QStringLiteral("http://uima.apache.org/resourceSpecifier"));
    xml.writeStartElement(QStringLiteral("http://uima.apache.org/resourceSpecifier"), QStringLiteral("typeSystemDescription"));
    xml.writeStartElement(QStringLiteral("types"));
    const auto type = [&xml](const QString &name, const QList<std::pair<QString, QString>> &features) {
        xml.writeStartElement(QStringLiteral("typeDescription"));
        xml.writeTextElement(QStringLiteral("name"), name);
        xml.writeTextElement(QStringLiteral("description"), QString());
        xml.writeTextElement(QStringLiteral("supertypeName"), QStringLiteral("uima.tcas.Annotation"));
        xml.writeStartElement(QStringLiteral("features"));
        for (const auto &[feature, range] : features) {
            xml.writeStartElement(QStringLiteral("featureDescription"));
            xml.writeTextElement(QStringLiteral("name"), feature);
            xml.writeTextElement(QStringLiteral("description"), QString());
            xml.writeTextElement(QStringLiteral("rangeTypeName"), QStringLiteral("uima.cas.") + range);
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    };
    const QString dkpro = QStringLiteral("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.");
    type(dkpro + QStringLiteral("Sentence"), {{QStringLiteral("id"), QStringLiteral("String")}});
    type(dkpro + QStringLiteral("Token"),
         {{QStringLiteral("id"), QStringLiteral("String")}, {QStringLiteral("order"), QStringLiteral("Integer")}});
    type(settings.layer,
         {{settings.feature, QStringLiteral("String")},
          {settings.feature + QStringLiteral("_score"), QStringLiteral("Double")},
          {settings.feature + QStringLiteral("_score_explanation"), QStringLiteral("String")},
          {settings.feature + QStringLiteral("_auto_accept"), QStringLiteral("String")},
          {predicted, QStringLiteral("Boolean")}});
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return description;
}

void readPrediction(const QXmlStreamAttributes &attributes, const OutsideSettings &settings, AnswerBuilder &builder)
{
    bool goodBegin = false;
    bool goodEnd = false;
    const qint64 begin = attributes.value(QLatin1String("begin")).toLongLong(&goodBegin);
    const qint64 end = attributes.value(QLatin1String("end")).toLongLong(&goodEnd);
    if (!goodBegin || !goodEnd) {
        builder.leaveOut(OutsideWords::tr("Spans whose fragments are no pairs of whole numbers were left out."));
        return;
    }
    if (attributes.hasAttribute(QLatin1String("Governor")) || attributes.hasAttribute(QLatin1String("Dependent"))) {
        builder.leaveOut(OutsideWords::tr("Relations were left out: a recommender for a layer of spans is needed."));
        return;
    }
    const auto range = builder.fromUtf16(begin, end);
    if (!range)
        return;
    AnswerBuilder::Grade grade;
    if (const QStringView score = attributes.value(settings.feature + QStringLiteral("_score")); !score.isEmpty()) {
        bool isNumber = false;
        const double number = score.toDouble(&isNumber);
        grade.confidence = isNumber ? number : -1;
    }
    grade.explanation = attributes.value(settings.feature + QStringLiteral("_score_explanation")).toString();
    const QString label = attributes.value(settings.feature).toString();
    builder.addSpan(label.isEmpty() ? shortName(settings.layer) : label, {*range}, grade);
}

} // namespace

QJsonObject inceptionRequest(const Article &article, const OutsideSettings &settings)
{
    return {{QStringLiteral("metadata"),
             QJsonObject{{QStringLiteral("layer"), settings.layer},
                         {QStringLiteral("feature"), settings.feature},
                         {QStringLiteral("projectId"), 1},
                         {QStringLiteral("anchoringMode"), QStringLiteral("characters")},
                         {QStringLiteral("crossSentence"), true}}},
            {QStringLiteral("document"),
             QJsonObject{{QStringLiteral("xmi"), xmiOf(article)},
                         {QStringLiteral("documentId"), article.id.number()},
                         {QStringLiteral("userId"), QStringLiteral("quoth")}}},
            {QStringLiteral("typeSystem"), typeSystemOf(settings)}};
}

Result<void> readInceptionAnswer(const QJsonObject &record, const OutsideSettings &settings, AnswerBuilder &builder)
{
    if (!record.value(u"document").isString())
        return bad(OutsideWords::tr("Its answer has no text \"document\" with the XMI."));
    const QString document = record.value(u"document").toString();
    QXmlStreamReader xml(document);
    bool isXmi = false;
    std::optional<QString> told;
    QList<QXmlStreamAttributes> predictions;
    const QString space = spaceOf(settings.layer);
    const QString type = shortName(settings.layer);
    while (!xml.atEnd()) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        if (token == QXmlStreamReader::DTD)
            return bad(OutsideWords::tr("The XMI in its answer has a document type, which may hide anything; it was not read."));
        if (token != QXmlStreamReader::StartElement)
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        if (xml.namespaceUri() == xmiSpace && xml.name() == u"XMI")
            isXmi = true;
        else if (xml.namespaceUri() == casSpace && xml.name() == u"Sofa" && !told)
            told = attributes.value(QLatin1String("sofaString")).toString();
        else if (xml.namespaceUri() == space && xml.name() == type && attributes.value(predicted) == u"true")
            predictions.append(attributes);
    }
    if (xml.hasError())
        return bad(
            OutsideWords::tr("The XMI in its answer is broken (line %1: %2).").arg(xml.lineNumber()).arg(xml.errorString()));
    if (!isXmi || !told)
        return bad(OutsideWords::tr("The document in its answer is no XMI with a text."));
    if (*told != forXml(builder.text()))
        return bad(OutsideWords::tr("The text in its answer is not the one that was sent, so its offsets mean nothing."));
    for (const QXmlStreamAttributes &prediction : predictions)
        readPrediction(prediction, settings, builder);
    return {};
}

} // namespace Quoth::Detection
