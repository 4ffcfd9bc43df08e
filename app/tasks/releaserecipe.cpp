// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "releaserecipe.h"

#include "words.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <cmath>

namespace Quoth::Tasks {

using namespace Annotation;
using Exchange::ReleasedText;
using Measure::SplitShare;

namespace {

const QString format = QStringLiteral("quoth-recipe/1");
const QStringList splitNames{QStringLiteral("train"), QStringLiteral("validation"), QStringLiteral("test")};

QString toString(ReleasedText text)
{
    return text == ReleasedText::Whole ? QStringLiteral("whole") : text == ReleasedText::Quotes ? QStringLiteral("quotes") : QStringLiteral("none");
}

std::optional<ReleasedText> releasedTextFromString(QStringView name)
{
    for (const ReleasedText text : {ReleasedText::Whole, ReleasedText::Quotes, ReleasedText::None}) {
        if (name == toString(text))
            return text;
    }
    return std::nullopt;
}

/// Takes the fields of one object of a recipe and remembers the first that is wrong.
class FieldReader
{
public:
    FieldReader(const QJsonObject &object, QString within, std::optional<Error> &error, const QString &place)
        : m_object(object), m_within(std::move(within)), m_error(error), m_place(place)
    {
    }
    ~FieldReader()
    {
        if (!m_object.isEmpty())
            fail(m_object.begin().key(), Words::tr("is not known"));
    }
    Q_DISABLE_COPY_MOVE(FieldReader)

    void fail(const QString &key, const QString &what)
    {
        if (!m_error)
            m_error = Error{ErrorCode::BadInput, Words::tr("In the recipe, \"%1\" %2.").arg(m_within + key, what), m_place};
    }

    bool has(const QString &key) const { return m_object.contains(key); }
    QJsonValue take(const QString &key) { return m_object.take(key); }

    void text(const QString &key, QString &target)
    {
        if (!has(key))
            return;
        const QJsonValue value = take(key);
        value.isString() ? void(target = value.toString()) : fail(key, Words::tr("is no text"));
    }
    void flag(const QString &key, bool &target)
    {
        if (!has(key))
            return;
        const QJsonValue value = take(key);
        value.isBool() ? void(target = value.toBool()) : fail(key, Words::tr("is neither true nor false"));
    }
    void texts(const QString &key, QStringList &target)
    {
        if (!has(key))
            return;
        const QJsonValue value = take(key);
        const QJsonArray list = value.toArray();
        target.clear();
        for (const QJsonValue &item : list)
            target.append(item.toString());
        const bool good = value.isArray() && std::all_of(list.begin(), list.end(), [](const QJsonValue &item) { return item.isString() && !item.toString().isEmpty(); });
        if (!good)
            fail(key, Words::tr("is no list of texts"));
    }
    template<class T, class FromString>
    void words(const QString &key, QList<T> &target, FromString fromString)
    {
        if (!has(key))
            return;
        QStringList names;
        texts(key, names);
        target.clear();
        for (const QString &name : std::as_const(names)) {
            const std::optional<T> known = fromString(name);
            if (!known)
                fail(key, Words::tr("holds \"%1\", which is not known").arg(name));
            else if (!target.contains(*known))
                target.append(*known);
        }
    }
    template<class T, class FromString>
    void word(const QString &key, T &target, FromString fromString)
    {
        if (!has(key))
            return;
        QString name;
        text(key, name);
        const std::optional<T> known = fromString(name);
        known ? void(target = *known) : fail(key, Words::tr("is \"%1\", which is not known").arg(name));
    }
    QJsonObject object(const QString &key)
    {
        if (!has(key))
            return {};
        const QJsonValue value = take(key);
        if (!value.isObject())
            fail(key, Words::tr("is no object"));
        return value.toObject();
    }

private:
    QJsonObject m_object;
    QString m_within;
    std::optional<Error> &m_error;
    QString m_place;
};

QJsonArray toJson(const QStringList &list) { return QJsonArray::fromStringList(list); }

template<class T>
QJsonArray namesOf(const QList<T> &list)
{
    QJsonArray names;
    for (const T &item : list)
        names.append(toString(item));
    return names;
}

QJsonObject toJson(const ReleaseSelection &selection)
{
    QJsonObject where;
    for (const auto &[field, value] : selection.where) {
        QJsonArray values = where.value(field).toArray();
        values.append(value);
        where.insert(field, values);
    }
    return {{QStringLiteral("states"), namesOf(selection.states)},
            {QStringLiteral("review"), toString(selection.review)},
            {QStringLiteral("origins"), namesOf(selection.origins)},
            {QStringLiteral("by"), toJson(selection.by)},
            {QStringLiteral("labels"), toJson(selection.labels)},
            {QStringLiteral("where"), where},
            {QStringLiteral("articles"), toJson(selection.articles)}};
}

QJsonObject sharesToJson(const QList<SplitShare> &shares)
{
    QJsonObject object;
    for (const SplitShare &share : shares)
        object.insert(share.name, share.share);
    return object;
}

QJsonObject toJson(const ReleaseSplits &splits)
{
    return {{QStringLiteral("shares"), sharesToJson(splits.shares)},
            {QStringLiteral("seed"), qint64(splits.seed)},
            {QStringLiteral("groupBy"), toJson(splits.groupBy)},
            {QStringLiteral("similarity"), splits.similarity},
            {QStringLiteral("keep"), splits.keep}};
}

/// In the order of splitNames, so that a recipe reads the same from wherever it comes.
Result<QList<SplitShare>> sharesOf(const QList<std::pair<QString, double>> &given)
{
    const Error bad{ErrorCode::BadInput, Words::tr("Shares are positive numbers for some of train, validation and test: 80,10,10 or train=4,test=1."), {}};
    QList<SplitShare> shares;
    for (const QString &name : splitNames) {
        for (const auto &[word, share] : given) {
            if ((word == u"dev" ? QStringLiteral("validation") : word) != name || share == 0)
                continue;
            if (!shares.isEmpty() && shares.constLast().name == name)
                return bad;
            shares.append({name, share});
        }
    }
    for (const auto &[word, share] : given) {
        if (!(share >= 0 && share <= 1e6) || (word != u"dev" && !splitNames.contains(word)))
            return bad;
    }
    return shares.isEmpty() ? Result<QList<SplitShare>>(bad) : shares;
}

void readSelection(const QJsonObject &json, ReleaseSelection &selection, std::optional<Error> &error, const QString &place)
{
    FieldReader in(json, QStringLiteral("select."), error, place);
    in.words(QStringLiteral("states"), selection.states, stateFromString);
    if (selection.states.isEmpty())
        in.fail(QStringLiteral("states"), Words::tr("is empty"));
    in.word(QStringLiteral("review"), selection.review, reviewStageFromString);
    in.words(QStringLiteral("origins"), selection.origins, originKindFromString);
    in.texts(QStringLiteral("by"), selection.by);
    in.texts(QStringLiteral("labels"), selection.labels);
    in.texts(QStringLiteral("articles"), selection.articles);
    const QJsonObject where = in.object(QStringLiteral("where"));
    for (auto i = where.begin(); i != where.end(); ++i) {
        const QJsonArray values = i->isArray() ? i->toArray() : QJsonArray{i.value()};
        for (const QJsonValue &value : values) {
            if (!value.isString())
                in.fail(QStringLiteral("where"), Words::tr("holds something else than texts"));
            selection.where.append({i.key(), value.toString()});
        }
    }
}

void readSplits(const QJsonObject &json, ReleaseSplits &splits, std::optional<Error> &error, const QString &place)
{
    FieldReader in(json, QStringLiteral("split."), error, place);
    if (in.has(QStringLiteral("shares"))) {
        const QJsonObject object = in.object(QStringLiteral("shares"));
        QList<std::pair<QString, double>> given;
        for (auto i = object.begin(); i != object.end(); ++i)
            given.append({i.key(), i->toDouble(-1)});
        const auto shares = sharesOf(given);
        shares ? void(splits.shares = *shares) : in.fail(QStringLiteral("shares"), Words::tr("holds something else than positive numbers for train, validation and test"));
    }
    if (in.has(QStringLiteral("seed"))) {
        const double seed = in.take(QStringLiteral("seed")).toDouble(-1);
        seed >= 0 && seed <= double(std::numeric_limits<quint32>::max()) && std::floor(seed) == seed
            ? void(splits.seed = quint32(seed))
            : in.fail(QStringLiteral("seed"), Words::tr("is no whole number from 0 to 4294967295"));
    }
    in.texts(QStringLiteral("groupBy"), splits.groupBy);
    splits.groupBy.removeAll(similarityGroup); // which has a field of its own
    if (in.has(QStringLiteral("similarity"))) {
        const double similarity = in.take(QStringLiteral("similarity")).toDouble(-1);
        similarity >= 0 && similarity <= 1 ? void(splits.similarity = similarity)
                                           : in.fail(QStringLiteral("similarity"), Words::tr("is no number from 0 to 1"));
    }
    in.flag(QStringLiteral("keep"), splits.keep);
}

} // namespace

QString toString(ReviewStage stage)
{
    return stage == ReviewStage::Any ? QStringLiteral("any") : stage == ReviewStage::Started ? QStringLiteral("started") : QStringLiteral("complete");
}

std::optional<ReviewStage> reviewStageFromString(QStringView name)
{
    for (const ReviewStage stage : {ReviewStage::Any, ReviewStage::Started, ReviewStage::Complete}) {
        if (name == toString(stage))
            return stage;
    }
    return std::nullopt;
}

QJsonObject choiceToJson(const ReleaseRecipe &recipe)
{
    return {{QStringLiteral("select"), toJson(recipe.selection)}, {QStringLiteral("split"), toJson(recipe.splits)}};
}

QJsonObject toJson(const ReleaseRecipe &recipe)
{
    QJsonObject json = choiceToJson(recipe);
    json.insert(QStringLiteral("format"), format);
    json.insert(QStringLiteral("name"), recipe.name);
    json.insert(QStringLiteral("description"), recipe.description);
    json.insert(QStringLiteral("license"), recipe.license);
    json.insert(QStringLiteral("languages"), toJson(recipe.languages));
    json.insert(QStringLiteral("text"), toString(recipe.text));
    return json;
}

Result<ReleaseRecipe> releaseRecipeFromJson(const QJsonObject &json, const QString &place)
{
    ReleaseRecipe recipe;
    std::optional<Error> error;
    {
        FieldReader in(json, QString(), error, place);
        QString written = format;
        in.text(QStringLiteral("format"), written);
        if (written != format)
            in.fail(QStringLiteral("format"), Words::tr("is not \"%1\"").arg(format));
        in.text(QStringLiteral("name"), recipe.name);
        in.text(QStringLiteral("description"), recipe.description);
        in.text(QStringLiteral("license"), recipe.license);
        in.texts(QStringLiteral("languages"), recipe.languages);
        in.word(QStringLiteral("text"), recipe.text, releasedTextFromString);
        readSelection(in.object(QStringLiteral("select")), recipe.selection, error, place);
        readSplits(in.object(QStringLiteral("split")), recipe.splits, error, place);
    }
    if (error)
        return *error;
    return recipe;
}

Result<ReleaseRecipe> releaseRecipeFromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotReadable, file.errorString(), path};
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!document.isObject()) {
        return Error{ErrorCode::BadInput,
                     document.isNull() ? Words::tr("The recipe is no JSON: %1").arg(problem.errorString()) : Words::tr("The recipe is no JSON object."), path};
    }
    return releaseRecipeFromJson(document.object(), path);
}

Result<void> saveReleaseRecipe(const ReleaseRecipe &recipe, const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = QJsonDocument(toJson(recipe)).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::NotWritable, file.errorString(), path};
    return {};
}

Result<QList<SplitShare>> releaseShares(const QString &words)
{
    QList<std::pair<QString, double>> given;
    const QStringList parts = words.split(u',');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const qsizetype equals = parts[i].indexOf(u'=');
        bool isNumber = false;
        const double share = parts[i].mid(equals + 1).trimmed().toDouble(&isNumber);
        given.append({equals >= 0 ? parts[i].left(equals).trimmed() : splitNames.value(i), isNumber ? share : -1});
    }
    return sharesOf(given);
}

} // namespace Quoth::Tasks
