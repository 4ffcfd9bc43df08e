// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/result.h>

#include <QJsonObject>
#include <QMap>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace Quoth::Detection {

/// How a detector from outside is spoken to: Quoth's own protocol over a program's standard input and output or over HTTP
/// (resources/protocols/detectors.md), a Label Studio ML backend, or an INCEpTION external recommender.
enum class OutsideKind : quint8 { Program, Http, LabelStudio, Inception };

QString
toString(OutsideKind kind); ///< as in the settings and on the command line: "program", "http", "label-studio", "inception"
std::optional<OutsideKind> outsideKindFromString(QStringView name);
QList<OutsideKind> outsideKinds();

/// A detector from outside as the person set it up. It is kept in the person's own settings and never in a project: to open
/// somebody's project must not start programs or send texts anywhere.
struct OutsideSettings
{
    QString name; ///< of the detector, unique; letters, digits, "-", "_" and "."
    OutsideKind kind = OutsideKind::Program;
    QString program; ///< a path, or a name to be looked for in PATH; no shell reads it
    QStringList arguments;
    QString url; ///< http or https; the other paths are put behind it
    int timeout = 60; ///< seconds for an article, 1 to 3600
    QMap<QString, QString> labels; ///< their label to ours; to an empty one: left out
    QString layer; ///< INCEpTION only: the type whose annotations are asked for
    QString feature; ///< INCEpTION only: the feature that holds the label
    QString agreedHost; ///< the host to which the person agreed that texts are sent, if it is not this machine

    bool operator==(const OutsideSettings &) const = default;
    bool usesNetwork() const { return kind != OutsideKind::Program; }
    QUrl base() const { return QUrl(url.trimmed(), QUrl::StrictMode); }
    /// Whether articles go to another machine: the host is neither "localhost" nor a loopback address.
    bool leavesMachine() const;
    bool isAgreed() const { return !leavesMachine() || agreedHost == base().host(); }
    /// What runs or where it is, for people; without a password.
    QString whereabouts() const;
};

inline const QString inceptionLayer = QStringLiteral("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity");
inline const QString inceptionFeature = QStringLiteral("value");

/// The first thing that is wrong with the settings, in words.
Result<void> check(const OutsideSettings &settings);
QJsonObject toJson(const OutsideSettings &settings);
/// Fails on a wrong type or on what check() refuses.
Result<OutsideSettings> outsideSettingsFromJson(const QJsonObject &object);

} // namespace Quoth::Detection
