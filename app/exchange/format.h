// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotations.h>
#include <app/annotation/issue.h>
#include <app/annotation/schema.h>

#include <QList>
#include <QString>
#include <QStringList>

namespace Quoth::Exchange {

/// What a file format is called and which way it goes. directory: the articles are files of a folder.
struct FormatInfo
{
    QString name; ///< as on the command line: "jsonl", "text", "html", "brat", "csv"
    QString title;
    QStringList suffixes; ///< without the dot, the usual one first
    bool reads = false;
    bool writes = false;
    bool directory = false;

    bool operator==(const FormatInfo &) const = default;
};

struct ImportOptions
{
    QString format; ///< empty: recognised by the content, then by the suffix
    QString encoding; ///< empty: detected
    Annotation::State state = Annotation::State::Accepted; ///< for what the file gives no state
    QString annotator; ///< the origin's name for what the file gives no origin
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
