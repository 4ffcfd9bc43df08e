// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "annotationindex.h"

#include <QObject>

namespace Quoth::Annotation {

/// The article that is open, observable. apply() is the only way to change it; whoever calls it has written, or is
/// writing, the same edit to the project.
class AnnotationModel : public QObject
{
    Q_OBJECT

public:
    explicit AnnotationModel(QObject *parent = nullptr) : QObject(parent) { }

    bool isOpen() const { return m_open; }
    const Article &article() const { return m_article; }
    const AnnotationIndex &index() const { return m_index; }

    void open(const AnnotatedArticle &article);
    void close();
    /// Speakers are the project's: those of an edit of another article are taken in too, its spans and attributions not.
    void apply(const Edit &edit);

signals:
    void aboutToBeReset();
    void reset();
    void aboutToApply(const Quoth::Annotation::Edit &edit);
    void applied(const Quoth::Annotation::Edit &edit);

private:
    bool m_open = false;
    Article m_article;
    AnnotationIndex m_index;
};

} // namespace Quoth::Annotation
