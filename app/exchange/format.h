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
    bool choosesOverlaps = false; ///< heeds ExportOptions::overlaps

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
    QString url = {}; ///< where the file was fetched from, for an article that names no address itself
    QMap<QString, QString> columns = {}; ///< of tables of articles: by role ("text", "title") the name of the column; the others are guessed
};

struct ImportedArticle
{
    Annotation::AnnotatedArticle article;
    QString encoding; ///< what the file was read as; another may be asked for with ImportOptions::encoding
    QStringList changes; ///< what normalisation did to the text, in words
    bool isDocument = false; ///< the whole file is this article, as a page or document that shows more than its text
};

struct ImportReport
{
    int articles = 0;
    QList<Annotation::Issue> issues;
    QStringList header = {}; ///< of a table of articles, or of records with names of their own: the columns, as far as they were seen
    QMap<QString, qsizetype> columns = {}; ///< which of them is what, by role
};

/// Which of spans that lie over each other is written where a word has room for one label only.
enum class OverlapChoice : quint8 { Longest, Shortest };

struct ExportOptions
{
    QList<Annotation::State> states = {Annotation::State::Accepted, Annotation::State::Suggested};
    Annotation::Schema schema = {};
    OverlapChoice overlaps = OverlapChoice::Longest;
};

} // namespace Quoth::Exchange
