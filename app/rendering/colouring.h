// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotationindex.h>

#include <QColor>

namespace Quoth::Rendering {

/// What the colours of highlights tell apart. Shapes always tell the labels.
enum class ColourBy { Label, Speaker, State, Annotator };

/// "label", "speaker", "state", "annotator": in settings and on the command line.
QString toString(ColourBy colourBy);
std::optional<ColourBy> colourByFromString(QStringView name);
QList<ColourBy> allColourBy();
/// For people.
QString titleOf(ColourBy colourBy);

/// The colour of a speaker: its own, else one of seven by its number, so that it has the same in all articles. The seven are those of Okabe and
/// Ito that are no black (Color Universal Design, 2008, https://jfly.uni-koeln.de/color/), which colour-blind readers tell apart.
QColor colourOf(const Annotation::Speaker &speaker);
/// The first of these seven is that of number 1; they come round again.
constexpr int givenColours = 7;
QColor givenColour(qint64 number);

/// Sorts the annotations of one article into groups of one colour each; group 0 is for what belongs to none, in grey. It refers to
/// the index and looks at all of the article only in refresh() and titles().
class Colouring
{
public:
    explicit Colouring(const Annotation::AnnotationIndex &index) : m_index(index) { }

    /// Like refresh() and follow(), returns whether the colours are others now.
    bool setColourBy(ColourBy colourBy);
    ColourBy colourBy() const { return m_colourBy; }
    /// After the article was opened anew.
    bool refresh();
    /// After an edit of it.
    bool follow(const Annotation::Edit &edit);

    /// By group. One invalid colour while colours are those of the labels.
    const QList<QColor> &colours() const { return m_colours; }
    int groupOf(const Annotation::Span &span) const;
    int groupOf(const Annotation::Attribution &attribution) const;

    struct Title
    {
        int group;
        QString title;
    };
    /// What the colours mean in this article, in the order of the text, those of the group of none last. Only what is in one of the states.
    QList<Title> titles(const QList<Annotation::State> &states) const;

private:
    std::optional<SpeakerId> speakerOfSpan(const Annotation::Span &span) const;
    int groupOf(std::optional<SpeakerId> speaker) const;
    int groupOf(const Annotation::Provenance &provenance) const;
    bool take(const Annotation::Speaker &speaker);
    bool take(const Annotation::Provenance &provenance);

    const Annotation::AnnotationIndex &m_index;
    ColourBy m_colourBy = ColourBy::Label;
    QList<QColor> m_colours = {QColor()};
    QHash<QRgb, int> m_groupOfColour; ///< of speakers' own colours
    QHash<QString, int> m_groupOfAnnotator;
};

} // namespace Quoth::Rendering
