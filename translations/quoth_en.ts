<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Quoth::Annotation</name>
    <message numerus="yes">
        <source>%n line end(s) became LF</source>
        <translation>
            <numerusform>%n line end became LF</numerusform>
            <numerusform>%n line ends became LF</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invalid character(s) became U+FFFD</source>
        <translation>
            <numerusform>%n invalid character became U+FFFD</numerusform>
            <numerusform>%n invalid characters became U+FFFD</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::CommandLine</name>
    <message numerus="yes">
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>%n problem found</numerusform>
            <numerusform>%n problems found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) written to %1</source>
        <translation>
            <numerusform>%n article written to %1</numerusform>
            <numerusform>%n articles written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) added</source>
        <translation>
            <numerusform>%n article added</numerusform>
            <numerusform>%n articles added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with new annotations</source>
        <translation>
            <numerusform>%n with new annotations</numerusform>
            <numerusform>%n with new annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n already there</numerusform>
            <numerusform>%n already there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n to review</numerusform>
            <numerusform>%n to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) accepted</source>
        <translation>
            <numerusform>%n item accepted</numerusform>
            <numerusform>%n items accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) rejected</source>
        <translation>
            <numerusform>%n item rejected</numerusform>
            <numerusform>%n items rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) reopened</source>
        <translation>
            <numerusform>%n item reopened</numerusform>
            <numerusform>%n items reopened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted</source>
        <translation>
            <numerusform>%n item deleted</numerusform>
            <numerusform>%n items deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) relabelled as %1</source>
        <translation>
            <numerusform>%n item relabelled as %1</numerusform>
            <numerusform>%n items relabelled as %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them, found by a detector, kept as rejected</source>
        <translation>
            <numerusform>%n of them, found by a detector, kept as rejected</numerusform>
            <numerusform>%n of them, found by a detector, kept as rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n attribution</numerusform>
            <numerusform>%n attributions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>learned from %n article(s)</source>
        <translation>
            <numerusform>learned from %n article</numerusform>
            <numerusform>learned from %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: a model of %n article(s), version %2, %3 kB.</source>
        <translation>
            <numerusform>%1: a model of %n article, version %2, %3 kB.</numerusform>
            <numerusform>%1: a model of %n articles, version %2, %3 kB.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) can be written without loss.</source>
        <translation>
            <numerusform>%n article can be written without loss.</numerusform>
            <numerusform>%n articles can be written without loss.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) can be written with what is told above; nothing was written.</source>
        <translation>
            <numerusform>%n article can be written with what is told above; nothing was written.</numerusform>
            <numerusform>%n articles can be written with what is told above; nothing was written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) would be released; nothing was written.</source>
        <translation>
            <numerusform>%n article would be released; nothing was written.</numerusform>
            <numerusform>%n articles would be released; nothing was written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Release %2: %n article(s) written to %1</source>
        <translation>
            <numerusform>Release %2: %n article written to %1</numerusform>
            <numerusform>Release %2: %n articles written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::Outside</name>
    <message numerus="yes">
        <source>It did not answer within %n second(s). Give it more time in the detector&apos;s settings, or see why it is slow.</source>
        <translation>
            <numerusform>It did not answer within %n second. Give it more time in the detector&apos;s settings, or see why it is slow.</numerusform>
            <numerusform>It did not answer within %n seconds. Give it more time in the detector&apos;s settings, or see why it is slow.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It answered for %n task(s) where one was asked.</source>
        <translation>
            <numerusform>It answered for %n task where one was asked.</numerusform>
            <numerusform>It answered for %n tasks where one was asked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It did not answer within %n second(s). Give it more time in the detector&apos;s settings, or see why it is slow; each answer must end its line and be flushed.</source>
        <translation>
            <numerusform>It did not answer within %n second. Give it more time in the detector&apos;s settings, or see why it is slow; each answer must end its line and be flushed.</numerusform>
            <numerusform>It did not answer within %n seconds. Give it more time in the detector&apos;s settings, or see why it is slow; each answer must end its line and be flushed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Editing</name>
    <message numerus="yes">
        <source>suggest %n further place(s)</source>
        <translation>
            <numerusform>suggest %n further place</numerusform>
            <numerusform>suggest %n further places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::BulkReview</name>
    <message numerus="yes">
        <source>accept %n item(s)</source>
        <translation>
            <numerusform>accept %n item</numerusform>
            <numerusform>accept %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reject %n item(s)</source>
        <translation>
            <numerusform>reject %n item</numerusform>
            <numerusform>reject %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopen %n item(s)</source>
        <translation>
            <numerusform>reopen %n item</numerusform>
            <numerusform>reopen %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>delete %n item(s)</source>
        <translation>
            <numerusform>delete %n item</numerusform>
            <numerusform>delete %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>relabel %n item(s) as %1</source>
        <translation>
            <numerusform>relabel %n item as %1</numerusform>
            <numerusform>relabel %n items as %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::Edits</name>
    <message numerus="yes">
        <source>delete %n item(s)</source>
        <translation>
            <numerusform>delete %n item</numerusform>
            <numerusform>delete %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>accept %n item(s)</source>
        <translation>
            <numerusform>accept %n item</numerusform>
            <numerusform>accept %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reject %n item(s)</source>
        <translation>
            <numerusform>reject %n item</numerusform>
            <numerusform>reject %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopen %n item(s)</source>
        <translation>
            <numerusform>reopen %n item</numerusform>
            <numerusform>reopen %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::SchemaStep</name>
    <message numerus="yes">
        <source>%n span(s) in the project have the label “%1”. Say which label they get instead.</source>
        <translation>
            <numerusform>%n span in the project have the label “%1”. Say which label they get instead.</numerusform>
            <numerusform>%n spans in the project have the label “%1”. Say which label they get instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind “%1”. Remove them first.</source>
        <translation>
            <numerusform>%n frame in the project are of the kind “%1”. Remove them first.</numerusform>
            <numerusform>%n frames in the project are of the kind “%1”. Remove them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project fill the role “%1”. Take them out of it first.</source>
        <translation>
            <numerusform>%n span in the project fill the role “%1”. Take them out of it first.</numerusform>
            <numerusform>%n spans in the project fill the role “%1”. Take them out of it first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::SpeakerEdits</name>
    <message numerus="yes">
        <source>%1 is mentioned in %n article(s). Merge the speaker with another one instead.</source>
        <translation>
            <numerusform>%1 is mentioned in %n article. Merge the speaker with another one instead.</numerusform>
            <numerusform>%1 is mentioned in %n articles. Merge the speaker with another one instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>merge %n speaker(s) into %1</source>
        <translation>
            <numerusform>merge %n speaker into %1</numerusform>
            <numerusform>merge %n speakers into %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Measure</name>
    <message numerus="yes">
        <source>Expected calibration error: %1 linked, %2 full; %n attribution(s) without a confidence left out</source>
        <translation>
            <numerusform>Expected calibration error: %1 linked, %2 full; %n attribution without a confidence left out</numerusform>
            <numerusform>Expected calibration error: %1 linked, %2 full; %n attributions without a confidence left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them without a predicted speaker</source>
        <translation>
            <numerusform>%n of them without a predicted speaker</numerusform>
            <numerusform>%n of them without a predicted speaker</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n article(s) belong together in one group, which cannot be split.</source>
        <translation>
            <numerusform>All %n article belong together in one group, which cannot be split.</numerusform>
            <numerusform>All %n articles belong together in one group, which cannot be split.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are only %n group(s) of articles that belong together</source>
        <translation>
            <numerusform>There is only %n group of articles that belong together</numerusform>
            <numerusform>There are only %n groups of articles that belong together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Rendering</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n attribution</numerusform>
            <numerusform>%n attributions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n speaker</numerusform>
            <numerusform>%n speakers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s) with a confidence</source>
        <translation>
            <numerusform>%n attribution with a confidence</numerusform>
            <numerusform>%n attributions with a confidence</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Storage</name>
    <message numerus="yes">
        <source>The label “%1” is still on %n span(s). Relabel or delete what has it first.</source>
        <translation>
            <numerusform>The label “%1” is still on %n span. Relabel or delete what has it first.</numerusform>
            <numerusform>The label “%1” is still on %n spans. Relabel or delete what has it first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The role “%1” is still filled by %n span(s). Empty it first.</source>
        <translation>
            <numerusform>The role “%1” is still filled by %n span. Empty it first.</numerusform>
            <numerusform>The role “%1” is still filled by %n spans. Empty it first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Tasks</name>
    <message numerus="yes">
        <source>import %n file(s)</source>
        <translation>
            <numerusform>import %n file</numerusform>
            <numerusform>import %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::FindBar</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LegendRow</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AcceptAllDialog</name>
    <message numerus="yes">
        <source>%n suggestion(s) of this article will be accepted. Undo takes it back in one step.</source>
        <translation>
            <numerusform>%n suggestion of this article will be accepted. Undo takes it back in one step.</numerusform>
            <numerusform>%n suggestions of this article will be accepted. Undo takes it back in one step.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticleListDock</name>
    <message numerus="yes">
        <source>remove %n article(s)</source>
        <translation>
            <numerusform>remove %n article</numerusform>
            <numerusform>remove %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) removed; undo brings them back</source>
        <translation>
            <numerusform>%n article removed; undo brings them back</numerusform>
            <numerusform>%n articles removed; undo brings them back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) copied, with all that is labelled in them</source>
        <translation>
            <numerusform>%n article copied, with all that is labelled in them</numerusform>
            <numerusform>%n articles copied, with all that is labelled in them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticleListModel</name>
    <message numerus="yes">
        <source>new · %n suggestion(s)</source>
        <translation>
            <numerusform>new · %n suggestion</numerusform>
            <numerusform>new · %n suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n attribution</numerusform>
            <numerusform>%n attributions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::BulkDialog</name>
    <message numerus="yes">
        <source>%1 in %n article(s) will change.</source>
        <translation>
            <numerusform>%1 in %n article will change.</numerusform>
            <numerusform>%1 in %n articles will change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of this article will change.</source>
        <translation>
            <numerusform>%n item of this article will change.</numerusform>
            <numerusform>%n items of this article will change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them will be rejected instead, so as not to come back: found by a detector.</source>
        <translation>
            <numerusform>%n of them will be rejected instead, so as not to come back: found by a detector.</numerusform>
            <numerusform>%n of them will be rejected instead, so as not to come back: found by a detector.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::BulkReviewing</name>
    <message numerus="yes">
        <source>%n selected item(s)</source>
        <translation>
            <numerusform>%n selected item</numerusform>
            <numerusform>%n selected items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetectorsDialog</name>
    <message numerus="yes">
        <source>%1 was sent two sentences of ours; waiting for at most %n second(s)…</source>
        <translation>
            <numerusform>%1 was sent two sentences of ours; waiting for at most %n second…</numerusform>
            <numerusform>%1 was sent two sentences of ours; waiting for at most %n seconds…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n attribution</numerusform>
            <numerusform>%n attributions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ExchangeTasks</name>
    <message numerus="yes">
        <source>Importing %n file(s)…</source>
        <translation>
            <numerusform>Importing %n file…</numerusform>
            <numerusform>Importing %n files…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) came in. This is to be told:</source>
        <translation>
            <numerusform>%n article came in. This is to be told:</numerusform>
            <numerusform>%n articles came in. This is to be told:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) came in.</source>
        <translation>
            <numerusform>%n article came in.</numerusform>
            <numerusform>%n articles came in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ExportDialog</name>
    <message numerus="yes">
        <source>%n article(s) written to %1.</source>
        <translation>
            <numerusform>%n article written to %1.</numerusform>
            <numerusform>%n articles written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is written yet. Of %n article(s) the format cannot carry all: choose another one, or export anyway.</source>
        <translation>
            <numerusform>Nothing is written yet. Of %n article the format cannot carry all: choose another one, or export anyway.</numerusform>
            <numerusform>Nothing is written yet. Of %n articles the format cannot carry all: choose another one, or export anyway.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HelpWindow</name>
    <message numerus="yes">
        <source>%n place(s) found; Enter goes on</source>
        <translation>
            <numerusform>%n place found; Enter goes on</numerusform>
            <numerusform>%n places found; Enter goes on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryDock</name>
    <message numerus="yes">
        <source>Undo %n step(s)</source>
        <translation>
            <numerusform>Undo %n step</numerusform>
            <numerusform>Undo %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo %n step(s)</source>
        <translation>
            <numerusform>Redo %n step</numerusform>
            <numerusform>Redo %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them in other articles</source>
        <translation>
            <numerusform>%n of them in other articles</numerusform>
            <numerusform>%n of them in other articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo %n step(s)?</source>
        <translation>
            <numerusform>Undo %n step?</numerusform>
            <numerusform>Undo %n steps?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo %n step(s)?</source>
        <translation>
            <numerusform>Redo %n step?</numerusform>
            <numerusform>Redo %n steps?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undoing %n step(s)…</source>
        <translation>
            <numerusform>Undoing %n step…</numerusform>
            <numerusform>Undoing %n steps…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redoing %n step(s)…</source>
        <translation>
            <numerusform>Redoing %n step…</numerusform>
            <numerusform>Redoing %n steps…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them in other articles. Until something else is done, this can be reversed from here.</source>
        <translation>
            <numerusform>%n of them in other articles. Until something else is done, this can be reversed from here.</numerusform>
            <numerusform>%n of them in other articles. Until something else is done, this can be reversed from here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryModel</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ImportDialog</name>
    <message numerus="yes">
        <source>%n file(s) cannot be read and will be left out.</source>
        <translation>
            <numerusform>%n file cannot be read and will be left out.</numerusform>
            <numerusform>%n files cannot be read and will be left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n times)</source>
        <translation>
            <numerusform>(%n times)</numerusform>
            <numerusform>(%n times)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Importing</name>
    <message numerus="yes">
        <source>%n article(s) were in the project already and got new annotations.</source>
        <translation>
            <numerusform>%n article was in the project already and got new annotations.</numerusform>
            <numerusform>%n articles were in the project already and got new annotations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were in the project already.</source>
        <translation>
            <numerusform>%n article was in the project already.</numerusform>
            <numerusform>%n articles were in the project already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LearnedDialog</name>
    <message numerus="yes">
        <source>Learned from %n article(s)</source>
        <translation>
            <numerusform>Learned from %n article</numerusform>
            <numerusform>Learned from %n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::OccurrencesDialog</name>
    <message numerus="yes">
        <source>%n further place(s) in this article.</source>
        <translation>
            <numerusform>%n further place in this article.</numerusform>
            <numerusform>%n further places in this article.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further place(s)</source>
        <translation>
            <numerusform>%n further place</numerusform>
            <numerusform>%n further places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n article(s).</source>
        <comment>places</comment>
        <translation>
            <numerusform>%1 in %n article.</numerusform>
            <numerusform>%1 in %n articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ProjectDesk</name>
    <message numerus="yes">
        <source>%n suggestion(s) accepted; %1 takes it back</source>
        <comment>a key</comment>
        <translation>
            <numerusform>%n suggestion accepted; %1 takes it back</numerusform>
            <numerusform>%n suggestions accepted; %1 takes it back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) rejected; %1 takes it back</source>
        <comment>a key</comment>
        <translation>
            <numerusform>%n suggestion rejected; %1 takes it back</numerusform>
            <numerusform>%n suggestions rejected; %1 takes it back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReleaseDialog</name>
    <message numerus="yes">
        <source>release %1 of %2, %n article(s)</source>
        <translation>
            <numerusform>release %1 of %2, %n article</numerusform>
            <numerusform>release %1 of %2, %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Release %1 is in %2: %n article(s), with card, label schema and checksums.</source>
        <translation>
            <numerusform>Release %1 is in %2: %n article, with card, label schema and checksums.</numerusform>
            <numerusform>Release %1 is in %2: %n articles, with card, label schema and checksums.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) of the project are left out.</source>
        <translation>
            <numerusform>%n article of the project are left out.</numerusform>
            <numerusform>%n articles of the project are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of articles are one story and stay together.</source>
        <translation>
            <numerusform>%n pair of articles are one story and stay together.</numerusform>
            <numerusform>%n pairs of articles are one story and stay together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) had to leave the split of earlier releases.</source>
        <translation>
            <numerusform>%n article had to leave the split of earlier releases.</numerusform>
            <numerusform>%n articles had to leave the split of earlier releases.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewListDock</name>
    <message numerus="yes">
        <source>%n listed</source>
        <translation>
            <numerusform>%n listed</numerusform>
            <numerusform>%n listed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n selected</source>
        <translation>
            <numerusform>%1, %n selected</numerusform>
            <numerusform>%1, %n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaDialog</name>
    <message numerus="yes">
        <source>%n span(s) in the project have the label %1. Which label instead?</source>
        <translation>
            <numerusform>%n span in the project have the label %1. Which label instead?</numerusform>
            <numerusform>%n spans in the project have the label %1. Which label instead?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind %1. Remove them first.</source>
        <translation>
            <numerusform>%n frame in the project are of the kind %1. Remove them first.</numerusform>
            <numerusform>%n frames in the project are of the kind %1. Remove them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project fill this role. Take them out of it first.</source>
        <translation>
            <numerusform>%n span in the project fill this role. Take them out of it first.</numerusform>
            <numerusform>%n spans in the project fill this role. Take them out of it first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind %1, which the file does not have.</source>
        <translation>
            <numerusform>%n frame in the project are of the kind %1, which the file does not have.</numerusform>
            <numerusform>%n frames in the project are of the kind %1, which the file does not have.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project have the label %1, which the file does not have. Which label instead?</source>
        <translation>
            <numerusform>%n span in the project have the label %1, which the file does not have. Which label instead?</numerusform>
            <numerusform>%n spans in the project have the label %1, which the file does not have. Which label instead?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakerEdit</name>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakersModel</name>
    <message numerus="yes">
        <source>%1, %2, %n mention(s)</source>
        <translation>
            <numerusform>%1, %2, %n mention</numerusform>
            <numerusform>%1, %2, %n mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SplitDialog</name>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Spreading</name>
    <message numerus="yes">
        <source>%1 made in %n article(s)</source>
        <comment>suggestions</comment>
        <translation>
            <numerusform>%1 made in %n article</numerusform>
            <numerusform>%1 made in %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n suggestion</numerusform>
            <numerusform>%n suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is always %2 now: %n mention(s) changed</source>
        <translation>
            <numerusform>“%1” is always %2 now: %n mention changed</numerusform>
            <numerusform>“%1” is always %2 now: %n mentions changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::StatusLine</name>
    <message numerus="yes">
        <source>Learned from %n article(s)</source>
        <translation>
            <numerusform>Learned from %n article</numerusform>
            <numerusform>Learned from %n articles</numerusform>
        </translation>
    </message>
</context>
</TS>
