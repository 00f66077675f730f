<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AttendancePane</name>
    <message numerus="yes">
        <source>%n person(s) marked present. Undo: Ctrl+Z</source>
        <translation>
            <numerusform>%n person marked present. Undo: Ctrl+Z</numerusform>
            <numerusform>%n people marked present. Undo: Ctrl+Z</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) copied, ready to paste</source>
        <translation>
            <numerusform>%n name copied, ready to paste</numerusform>
            <numerusform>%n names copied, ready to paste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a slip</source>
        <translation>
            <numerusform>%n without a slip</numerusform>
            <numerusform>%n without a slip</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark the remaining %n present</source>
        <translation>
            <numerusform>Mark the remaining %n present</numerusform>
            <numerusform>Mark the remaining %n present</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>≠ %n mark(s) differ between the lists of this session: 1–4 decides</source>
        <translation>
            <numerusform>≠ %n mark differs between the lists of this session: 1–4 decides</numerusform>
            <numerusform>≠ %n marks differ between the lists of this session: 1–4 decides</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarFile</name>
    <message numerus="yes">
        <source>%n session(s) written: {file}</source>
        <translation>
            <numerusform>%n session written: {file}</numerusform>
            <numerusform>%n sessions written: {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) named</source>
        <translation>
            <numerusform>%n person named</numerusform>
            <numerusform>%n people named</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChainCard</name>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChainView</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseTool</name>
    <message numerus="yes">
        <source>%n tool(s) added</source>
        <translation>
            <numerusform>%n tool added</numerusform>
            <numerusform>%n tools added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the list</source>
        <translation>
            <numerusform>%n on the list</numerusform>
            <numerusform>%n on the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionsTab</name>
    <message numerus="yes">
        <source>%n need(s) marked as chosen.</source>
        <translation>
            <numerusform>%n need marked as chosen.</numerusform>
            <numerusform>%n needs marked as chosen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>%n mark(s) from paper</source>
        <translation>
            <numerusform>%n mark from paper</numerusform>
            <numerusform>%n marks from paper</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErasePerson</name>
    <message numerus="yes">
        <source>%n person(s) erased.</source>
        <translation>
            <numerusform>%n person erased.</numerusform>
            <numerusform>%n people erased.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) stay as numbers.</source>
        <translation>
            <numerusform>%n mark stays as a number.</numerusform>
            <numerusform>%n marks stay as numbers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting file(s) with these data were removed, ask for new ones: {names}.</source>
        <translation>
            <numerusform>%n waiting file with these data was removed, ask for a new one: {names}.</numerusform>
            <numerusform>%n waiting files with these data were removed, ask for new ones: {names}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangePane</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) that had waited were taken in.</source>
        <translation>
            <numerusform>%n file that had waited was taken in.</numerusform>
            <numerusform>%n files that had waited were taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) since then.</source>
        <translation>
            <numerusform>%n change since then.</numerusform>
            <numerusform>%n changes since then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) stay, since somebody built on them.</source>
        <translation>
            <numerusform>%n row stays, since somebody built on it.</numerusform>
            <numerusform>%n rows stay, since somebody built on them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n person(s) will be in the file, with phone and e-mail.</source>
        <translation>
            <numerusform>%n person will be in the file, with phone and e-mail.</numerusform>
            <numerusform>%n people will be in the file, with phone and e-mail.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stakeholder(s) will be in the file, with phone and e-mail.</source>
        <translation>
            <numerusform>%n stakeholder will be in the file, with phone and e-mail.</numerusform>
            <numerusform>%n stakeholders will be in the file, with phone and e-mail.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) will be in the file, without phone and e-mail.</source>
        <translation>
            <numerusform>%n person will be in the file, without phone and e-mail.</numerusform>
            <numerusform>%n people will be in the file, without phone and e-mail.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) will be in the file, with phone and e-mail and who agreed to it.</source>
        <translation>
            <numerusform>%n person will be in the file, with phone and e-mail and whether she agreed to it.</numerusform>
            <numerusform>%n people will be in the file, with phone and e-mail and who agreed to it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stakeholder(s) will be in the file, without phone and e-mail.</source>
        <translation>
            <numerusform>%n stakeholder will be in the file, without phone and e-mail.</numerusform>
            <numerusform>%n stakeholders will be in the file, without phone and e-mail.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) will be in the file.</source>
        <translation>
            <numerusform>%n row will be in the file.</numerusform>
            <numerusform>%n rows will be in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) will be named in the file, without phone and e-mail.</source>
        <translation>
            <numerusform>%n person will be named in the file, without phone and e-mail.</numerusform>
            <numerusform>%n people will be named in the file, without phone and e-mail.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds data of %n person(s).</source>
        <translation>
            <numerusform>It holds data of %n person.</numerusform>
            <numerusform>It holds data of %n people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written: {file} (%n row(s))</source>
        <translation>
            <numerusform>Written: {file} (%n row)</numerusform>
            <numerusform>Written: {file} (%n rows)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedbackTab</name>
    <message numerus="yes">
        <source>All sessions: %n form(s)</source>
        <translation>
            <numerusform>All sessions: %n form</numerusform>
            <numerusform>All sessions: %n forms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s)</source>
        <translation>
            <numerusform>%n form</numerusform>
            <numerusform>%n forms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message numerus="yes">
        <source>%n file(s) not all there yet</source>
        <translation>
            <numerusform>%n file not all there yet</numerusform>
            <numerusform>%n files not all there yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderWatch</name>
    <message numerus="yes">
        <source>Shared folder: %n file(s) of outputs came.</source>
        <translation>
            <numerusform>Shared folder: %n file of an output came.</numerusform>
            <numerusform>Shared folder: %n files of outputs came.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in conflict</source>
        <translation>
            <numerusform>%n in conflict</numerusform>
            <numerusform>%n in conflict</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for you</source>
        <translation>
            <numerusform>%n waits for you</numerusform>
            <numerusform>%n wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupingBar</name>
    <message numerus="yes">
        <source>%n need(s) chosen</source>
        <translation>
            <numerusform>%n need chosen</numerusform>
            <numerusform>%n needs chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already</source>
        <translation>
            <numerusform>%n were there already</numerusform>
            <numerusform>%n were there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ and stay as they are stored</source>
        <translation>
            <numerusform>%n differs and stays as it is stored</numerusform>
            <numerusform>%n differ and stay as they are stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) made</source>
        <translation>
            <numerusform>%n session made</numerusform>
            <numerusform>%n sessions made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) written</source>
        <translation>
            <numerusform>%n mark written</numerusform>
            <numerusform>%n marks written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the waiting list</source>
        <translation>
            <numerusform>%n on the waiting list</numerusform>
            <numerusform>%n on the waiting list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeadingFigures</name>
    <message numerus="yes">
        <source>of %n who led for the first time</source>
        <translation>
            <numerusform>of %n who led for the first time</numerusform>
            <numerusform>of %n who led for the first time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n it is not said</source>
        <translation>
            <numerusform>of %n it is not said</numerusform>
            <numerusform>of %n it is not said</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n value(s) changed since then stay</source>
        <translation>
            <numerusform>%n value changed since then stay</numerusform>
            <numerusform>%n values changed since then stay</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NeedCount</name>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NeedDetail</name>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s)</source>
        <translation>
            <numerusform>%n need</numerusform>
            <numerusform>%n needs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PathFacts</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subject(s)</source>
        <translation>
            <numerusform>%n subject</numerusform>
            <numerusform>%n subjects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>active in %n month(s)</source>
        <translation>
            <numerusform>active in %n month</numerusform>
            <numerusform>active in %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n facilitator(s) or coordinator(s)</source>
        <translation>
            <numerusform>%n facilitator or coordinator</numerusform>
            <numerusform>%n facilitators or coordinators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) grown out of it</source>
        <translation>
            <numerusform>%n group grown out of it</numerusform>
            <numerusform>%n groups grown out of it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s)</source>
        <translation>
            <numerusform>%n need</numerusform>
            <numerusform>%n needs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
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
        <source>%n session(s) held</source>
        <translation>
            <numerusform>%n session held</numerusform>
            <numerusform>%n sessions held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) took part</source>
        <translation>
            <numerusform>%n person took part</numerusform>
            <numerusform>%n people took part</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attendance(s)</source>
        <translation>
            <numerusform>%n attendance</numerusform>
            <numerusform>%n attendances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n solution(s)</source>
        <translation>
            <numerusform>%n solution</numerusform>
            <numerusform>%n solutions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n output(s)</source>
        <translation>
            <numerusform>%n output</numerusform>
            <numerusform>%n outputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stakeholder(s)</source>
        <translation>
            <numerusform>%n stakeholder</numerusform>
            <numerusform>%n stakeholders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n engagement(s)</source>
        <translation>
            <numerusform>%n engagement</numerusform>
            <numerusform>%n engagements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleTab</name>
    <message numerus="yes">
        <source>Put on the list: %n</source>
        <translation>
            <numerusform>Put on the list: %n</numerusform>
            <numerusform>Put on the list: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) free</source>
        <translation>
            <numerusform>%n place free</numerusform>
            <numerusform>%n places free</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them on the waiting list</source>
        <translation>
            <numerusform>%n of them on the waiting list</numerusform>
            <numerusform>%n of them on the waiting list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonDetail</name>
    <message numerus="yes">
        <source>%n workshop(s)</source>
        <translation>
            <numerusform>%n workshop</numerusform>
            <numerusform>%n workshops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Known by this name: %n. Open instead of adding once more:</source>
        <translation>
            <numerusform>Known by this name: %n. Open instead of adding once more:</numerusform>
            <numerusform>Known by this name: %n. Open instead of adding once more:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of one person</source>
        <translation>
            <numerusform>%n row of one person</numerusform>
            <numerusform>%n rows of one person</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonPrivacy</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonalData</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>year(s)</source>
        <translation>
            <numerusform>year</numerusform>
            <numerusform>years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) past their time</source>
        <translation>
            <numerusform>%n person past their time</numerusform>
            <numerusform>%n people past their time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n old note(s) about stakeholders</source>
        <translation>
            <numerusform>%n old note about stakeholders</numerusform>
            <numerusform>%n old notes about stakeholders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n old request(s)</source>
        <translation>
            <numerusform>%n old request</numerusform>
            <numerusform>%n old requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n old line(s) of the log of exports</source>
        <translation>
            <numerusform>%n old line of the log of exports</numerusform>
            <numerusform>%n old lines of the log of exports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n are shown.</source>
        <translation>
            <numerusform>The first %n is shown.</numerusform>
            <numerusform>The first %n are shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erase the %n chosen…</source>
        <translation>
            <numerusform>Erase the %n chosen…</numerusform>
            <numerusform>Erase the %n chosen…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Destroy the %n chosen…</source>
        <translation>
            <numerusform>Destroy the %n chosen…</numerusform>
            <numerusform>Destroy the %n chosen…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erase %n person(s) for good</source>
        <translation>
            <numerusform>Erase %n person for good</numerusform>
            <numerusform>Erase %n people for good</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanDates</name>
    <message numerus="yes">
        <source>%n session(s), the last on {date}</source>
        <translation>
            <numerusform>%n session, the last on {date}</numerusform>
            <numerusform>%n sessions, the last on {date}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left out</source>
        <translation>
            <numerusform>%n day left out</numerusform>
            <numerusform>%n days left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanWorkshop</name>
    <message numerus="yes">
        <source>Put all &amp;members on the list (%n)</source>
        <translation>
            <numerusform>Put all &amp;members on the list (%n)</numerusform>
            <numerusform>Put all &amp;members on the list (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message numerus="yes">
        <source>%n person(s) named</source>
        <translation>
            <numerusform>%n person named</numerusform>
            <numerusform>%n people named</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalsTable</name>
    <message numerus="yes">
        <source>%n talk(s)</source>
        <translation>
            <numerusform>%n talk</numerusform>
            <numerusform>%n talks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiveDialog</name>
    <message numerus="yes">
        <source>%n row(s) will be added</source>
        <translation>
            <numerusform>%n row will be added</numerusform>
            <numerusform>%n rows will be added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) will change</source>
        <translation>
            <numerusform>%n row will change</numerusform>
            <numerusform>%n rows will change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) will be removed</source>
        <translation>
            <numerusform>%n row will be removed</numerusform>
            <numerusform>%n rows will be removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to look at</source>
        <translation>
            <numerusform>%n conflict to look at</numerusform>
            <numerusform>%n conflicts to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowsPage</name>
    <message numerus="yes">
        <source>%n people will be added</source>
        <translation>
            <numerusform>%n people will be added</numerusform>
            <numerusform>%n people will be added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows will be added</source>
        <translation>
            <numerusform>%n row will be added</numerusform>
            <numerusform>%n rows will be added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are already known</source>
        <translation>
            <numerusform>%n are already known</numerusform>
            <numerusform>%n are already known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ and stay as they are stored</source>
        <translation>
            <numerusform>%n differs and stays as it is stored</numerusform>
            <numerusform>%n differ and stay as they are stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait for your word; without it they are left out</source>
        <translation>
            <numerusform>%n wait for your word; without it they are left out</numerusform>
            <numerusform>%n wait for your word; without it they are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are left out</source>
        <translation>
            <numerusform>%n are left out</numerusform>
            <numerusform>%n are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be taken as they are</source>
        <translation>
            <numerusform>%n cannot be taken as they are</numerusform>
            <numerusform>%n cannot be taken as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message numerus="yes">
        <source>Written: {files}, with data of %n person(s).</source>
        <translation>
            <numerusform>Written: {files}, with data of %n person.</numerusform>
            <numerusform>Written: {files}, with data of %n people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of outputs lie in “TN-files” beside it: send them along.</source>
        <translation>
            <numerusform>%n file of an output lies in “TN-files” beside it: send it along.</numerusform>
            <numerusform>%n files of outputs lie in “TN-files” beside it: send them along.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionDays</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message numerus="yes">
        <source>locks after %n minute(s)</source>
        <translation>
            <numerusform>locks after %n minute</numerusform>
            <numerusform>locks after %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineTab</name>
    <message numerus="yes">
        <source>%n entry(s), more below</source>
        <translation>
            <numerusform>%n entry, more below</numerusform>
            <numerusform>%n entries, more below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToDoList</name>
    <message numerus="yes">
        <source>Chosen, and nobody has taken them up (%n)</source>
        <translation>
            <numerusform>Chosen, and nobody has taken it up (%n)</numerusform>
            <numerusform>Chosen, and nobody has taken them up (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n raised, not discussed yet</source>
        <translation>
            <numerusform>%n raised, not discussed yet</numerusform>
            <numerusform>%n raised, not discussed yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On waiting lists (%n)</source>
        <translation>
            <numerusform>On waiting lists (%n)</numerusform>
            <numerusform>On waiting lists (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Requests about data (%n)</source>
        <translation>
            <numerusform>Requests about data (%n)</numerusform>
            <numerusform>Requests about data (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Follow-ups (%n)</source>
        <translation>
            <numerusform>Follow-ups (%n)</numerusform>
            <numerusform>Follow-ups (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPane</name>
    <message numerus="yes">
        <source>Missing details: %n person(s)</source>
        <translation>
            <numerusform>Missing details: %n person</numerusform>
            <numerusform>Missing details: %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked</source>
        <translation>
            <numerusform>%n marked</numerusform>
            <numerusform>%n marked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToolCard</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToolsPane</name>
    <message numerus="yes">
        <source>Bring back %n removed tool(s) of the library</source>
        <translation>
            <numerusform>Bring back %n removed tool of the library</numerusform>
            <numerusform>Bring back %n removed tools of the library</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkshopDetail</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
</TS>
