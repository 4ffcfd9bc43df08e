// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outsidepeer.h"

#include "httpexchange.h"
#include "inceptionprotocol.h"
#include "labelstudioprotocol.h"
#include "programhost.h"
#include "words.h"

#include <mutex>

namespace Quoth::Detection {

namespace {

using Annotation::Article;

QByteArray lineOf(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

Error at(Error error, const QString &place)
{
    if (error.place.isEmpty())
        error.place = place;
    return error;
}

class ProgramPeer : public OutsidePeer
{
public:
    ProgramPeer(const OutsideSettings &settings, Annotation::Schema schema)
        : m_schema(std::move(schema)), m_place(settings.program), m_host(settings.program, settings.arguments)
    {
    }

    Result<PeerInfo> meet(const Allowance &allowance) override
    {
        if (const auto met = m_host.meet(greeting(), allowance); !met)
            return met.error();
        const std::lock_guard lock(m_guard);
        return m_info;
    }

    Result<void> ask(const Article &article, const Allowance &allowance, AnswerBuilder &builder) override
    {
        const auto answer = m_host.ask(lineOf(articleRecord(article, m_schema)), greeting(), allowance);
        if (!answer)
            return answer.error();
        const auto record = jsonObjectFrom(*answer);
        if (!record) {
            m_host.stop();
            return at(
                {record.error().code,
                 record.error().message + QStringLiteral(" ") + OutsideWords::tr("Only answers may go to its standard output."),
                 {}},
                m_place);
        }
        const bool isForThis = record->value(u"id").toString() == article.externalId;
        if (const auto read = readQuothAnswer(*record, article.externalId, builder); !read) {
            if (!isForThis && !record->contains(u"error"))
                m_host.stop();
            return at(read.error(), m_place);
        }
        return {};
    }

private:
    ProgramHost::Greeting greeting()
    {
        return {lineOf(helloRecord()), [this](const QByteArray &answer) -> Result<void> {
                    const auto record = jsonObjectFrom(answer);
                    if (!record)
                        return record.error();
                    const auto info = readHello(*record);
                    if (!info)
                        return info.error();
                    const std::lock_guard lock(m_guard);
                    m_info = *info;
                    return {};
                }};
    }

    const Annotation::Schema m_schema;
    const QString m_place;
    std::mutex m_guard;
    PeerInfo m_info;
    ProgramHost m_host;
};

/// What those over HTTP share: meeting once, JSON there and back, the place in errors.
class HttpPeer : public OutsidePeer
{
public:
    explicit HttpPeer(const OutsideSettings &settings) : m_settings(settings) { }

    Result<PeerInfo> meet(const Allowance &allowance) override
    {
        const std::lock_guard lock(m_guard);
        if (m_met)
            return *m_met;
        const auto met = introduce(allowance);
        if (met)
            m_met = *met;
        return met;
    }

protected:
    /// nullptr: a GET.
    Result<QJsonObject> exchange(const QString &path, const QJsonObject *question, const Allowance &allowance) const
    {
        const QUrl url = urlBelow(m_settings.base(), path);
        const auto bytes = httpExchange(url, question ? lineOf(*question) : QByteArray(), allowance);
        if (!bytes)
            return bytes.error();
        const auto record = jsonObjectFrom(*bytes);
        return record ? record : Result<QJsonObject>(inPlace(record.error(), path));
    }
    Error inPlace(const Error &error, const QString &path) const
    {
        return at(error, urlBelow(m_settings.base(), path).toDisplayString(QUrl::RemovePassword));
    }
    virtual Result<PeerInfo> introduce(const Allowance &allowance) = 0;
    const OutsideSettings m_settings;

private:
    std::mutex m_guard;
    std::optional<PeerInfo> m_met;
};

class QuothHttpPeer : public HttpPeer
{
public:
    QuothHttpPeer(const OutsideSettings &settings, Annotation::Schema schema)
        : HttpPeer(settings), m_schema(std::move(schema)) { }

    Result<void> ask(const Article &article, const Allowance &allowance, AnswerBuilder &builder) override
    {
        const QString path = QStringLiteral("detect");
        const QJsonObject question = articleRecord(article, m_schema);
        const auto answer = exchange(path, &question, allowance);
        if (!answer)
            return answer.error();
        const auto read = readQuothAnswer(*answer, article.externalId, builder);
        return read ? read : Result<void>(inPlace(read.error(), path));
    }

protected:
    Result<PeerInfo> introduce(const Allowance &allowance) override
    {
        const QString path = QStringLiteral("info");
        const auto answer = exchange(path, nullptr, allowance);
        if (!answer)
            return answer.error();
        const auto info = readHello(*answer);
        return info ? info : Result<PeerInfo>(inPlace(info.error(), path));
    }

private:
    const Annotation::Schema m_schema;
};

class LabelStudioPeer : public HttpPeer
{
public:
    LabelStudioPeer(const OutsideSettings &settings, const Annotation::Schema &schema)
        : HttpPeer(settings), m_config(labellingConfig(schema, settings.labels))
    {
    }

    Result<void> ask(const Article &article, const Allowance &allowance, AnswerBuilder &builder) override
    {
        const auto met = meet(allowance);
        if (!met)
            return met.error();
        const QString path = QStringLiteral("predict");
        const QJsonObject question = labelStudioTask(article, m_config, met->version);
        const auto answer = exchange(path, &question, allowance);
        if (!answer)
            return answer.error();
        const auto read = readLabelStudioAnswer(*answer, builder);
        return read ? read : Result<void>(inPlace(read.error(), path));
    }

protected:
    Result<PeerInfo> introduce(const Allowance &allowance) override
    {
        const auto health = exchange(QStringLiteral("health"), nullptr, allowance);
        if (!health)
            return health.error();
        if (const auto up = readLabelStudioHealth(*health); !up)
            return inPlace(up.error(), QStringLiteral("health"));
        const QJsonObject question = labelStudioSetup(m_config);
        const auto setup = exchange(QStringLiteral("setup"), &question, allowance);
        if (!setup)
            return setup.error();
        return PeerInfo{health->value(u"model_class").toString().simplified().left(100),
                        setup->value(u"model_version").toVariant().toString().simplified().left(100)};
    }

private:
    const QString m_config;
};

/// INCEpTION's recommenders cannot be asked who they are: the first answer tells whether there is one.
class InceptionPeer : public HttpPeer
{
public:
    using HttpPeer::HttpPeer;

    Result<void> ask(const Article &article, const Allowance &allowance, AnswerBuilder &builder) override
    {
        const QString path = QStringLiteral("predict");
        const QJsonObject question = inceptionRequest(article, m_settings);
        const auto answer = exchange(path, &question, allowance);
        if (!answer)
            return answer.error();
        const auto read = readInceptionAnswer(*answer, m_settings, builder);
        return read ? read : Result<void>(inPlace(read.error(), path));
    }

protected:
    Result<PeerInfo> introduce(const Allowance &) override { return PeerInfo(); }
};

} // namespace

OutsidePeer::~OutsidePeer() = default;

std::unique_ptr<OutsidePeer> makeOutsidePeer(const OutsideSettings &settings, const Annotation::Schema &schema)
{
    switch (settings.kind) {
    case OutsideKind::Program: return std::make_unique<ProgramPeer>(settings, schema);
    case OutsideKind::Http: return std::make_unique<QuothHttpPeer>(settings, schema);
    case OutsideKind::LabelStudio: return std::make_unique<LabelStudioPeer>(settings, schema);
    case OutsideKind::Inception: return std::make_unique<InceptionPeer>(settings);
    }
    Q_UNREACHABLE();
}

} // namespace Quoth::Detection
