// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotations.h>
#include <app/annotation/issue.h>
#include <app/annotation/schema.h>

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace Quoth::Exchange {

/// What offsets in a format's files count.
enum class OffsetUnit : quint8 { None, CodePoints, Utf16Units, Bytes, Graphemes, Tokens };

enum class Support : quint8 { No, Partly, Yes };

/// What a format can carry of annotations, as its files alone tell another program (not in comments only we read).
struct Carries
{
    Support frames = Support::No; ///< attributions with their roles
    Support attributes = Support::No; ///< of spans or attributions: kind, notes, further ones
    Support discontinuous = Support::No; ///< spans in several pieces
    Support overlap = Support::No; ///< spans that cross each other
    Support nested = Support::No; ///< spans within spans, attributions within attributions
    Support scores = Support::No; ///< confidence
    OffsetUnit offsets = OffsetUnit::None;
    QString checkedAgainst = {}; ///< the reader, validator or specification that files of ours were held against

    bool operator==(const Carries &) const = default;
};

/// What a file format is called, which way it goes and what it carries. directory: the articles are files of a folder.
struct FormatInfo
{
    QString name; ///< as on the command line: "jsonl", "text", "html", "brat", "csv"
    QString title;
    QStringList suffixes; ///< without the dot, the usual one first
    bool reads = false;
    bool writes = false;
    bool directory = false;
    Carries carries = {};

    bool operator==(const FormatInfo &) const = default;
};

/// A format that this Quoth lacks, and why; for people who look for it.
struct MissingFormat
{
    QString name;
    QString title;
    QString reason; ///< and what to do instead
};

struct ImportOptions
{
    QString format; ///< empty: recognised by the content, then by the suffix
    QString encoding; ///< empty: detected
    Annotation::State state = Annotation::State::Accepted; ///< for what the file gives no state
    QString annotator; ///< the origin's name for what the file gives no origin
    QMap<QString, QString> columns = {}; ///< of tables of articles: by role ("text", "title") the name of the column; the others are guessed
};

struct ImportedArticle
{
    Annotation::AnnotatedArticle article;
    QString encoding; ///< what the file was read as; another may be asked for with ImportOptions::encoding
    QStringList changes; ///< what normalisation did to the text, in words
};

struct ImportReport
{
    int articles = 0;
    QList<Annotation::Issue> issues;
};

struct ExportOptions
{
    QList<Annotation::State> states = {Annotation::State::Accepted, Annotation::State::Suggested};
    Annotation::Schema schema;
};

} // namespace Quoth::Exchange
