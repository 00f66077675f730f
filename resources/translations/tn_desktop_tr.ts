<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en_US">
<context>
    <name />
    <message>
        <source>Nothing matches this search.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This record was removed in the meantime.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Attendance</name>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Take away: {name}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>CommunityDetail</name>
    <message>
        <source>Subjects of the members</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Members</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add a member: type a name, Enter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add a member</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add a &amp;list…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paste a list from Excel or WhatsApp, or open a file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Workshops</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Workshops of this community</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Plan a workshop…</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong — TN Desktop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The program made a mistake</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your data is safe: everything up to “Last saved” is on disk, and what was being written was taken back as a whole. You can go on working. If this happens again, send the report below to the person who looks after the program; it holds no names and nothing you typed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>Words parted by commas</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>14.03.2026</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>14.03.2026 13:00</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Welcome — TN Desktop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This notebook stays on this computer; nothing is sent anywhere by itself. Three answers, and it is yours.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your &amp;province</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your province</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished">Kuruluş</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Also open a second notebook with made-up data to look around in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It lies in a folder of its own and can be removed in the settings. Yours stays empty.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>GlobalSearch</name>
    <message>
        <source>People</source>
        <translation type="unfinished">Kişiler</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Workshops</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stakeholders</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search people, communities, workshops, stakeholders</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search results</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>cancelled</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ImportColumnsModel</name>
    <message>
        <source>Column in the file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Means</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>For example</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{heading} means {meaning}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>(column {letter}, no heading)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>— leave out —</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>Import a list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Drop a spreadsheet on the window, choose a file, or copy a list in Excel or WhatsApp and paste it here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Choose a file …</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Paste (Ctrl+V)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pass&amp;word of the file:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Password of the file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading the file …</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading the file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Table:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Table in the file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is a list &amp;of:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What the table lists</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add them &amp;to:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Where the people are added to</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Each line is a column of the file. Correct what is wrong; it is remembered for the next file like this.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Columns of the file and what they mean</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Family name is written first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rows of the file and what becomes of them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rows that were left out, with the reason:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rows that were left out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Copy these rows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Undo the import</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>%n row(s)</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search everything</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Import a list…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paste a list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Export attendance…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Communities</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Workshops</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished">Kişiler</translation>
    </message>
    <message>
        <source>Stakeholders</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Attendance</source>
        <translation type="unfinished">Katılım</translation>
    </message>
    <message>
        <source>{name} · data to try out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n value(s) changed since then stay</source>
        <translation type="unfinished">
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no list on the clipboard. Copy the rows in Excel or WhatsApp first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Menu (Ctrl+M)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Parts of the program</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>MarksModel</name>
    <message>
        <source>{mark}, being saved</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation type="unfinished">Kapat</translation>
    </message>
</context>
<context>
    <name>NamesakeButtons</name>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PeoplePane</name>
    <message>
        <source>People</source>
        <translation type="unfinished">Kişiler</translation>
    </message>
    <message>
        <source>Search name, school, subject, phone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody is here yet. Add the first person, or paste a list from Excel or WhatsApp.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>+ New person</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>School, institution</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished">Branş</translation>
    </message>
    <message>
        <source>Province</source>
        <translation type="unfinished">İl</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished">Telefon</translation>
    </message>
    <message>
        <source>Community</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Missing details</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PersonDetail</name>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose a person on the left to see her page. Ctrl+N adds a new one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Community</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Joined</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In no community yet. Type the name of one above.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished">Tarih</translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished">Oturumlar</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Took part in nothing yet, and is on no list.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Communities</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Contact of: {names}</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n workshop(s)</source>
        <translation type="unfinished">
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation type="unfinished">
            <numerusform />
        </translation>
    </message>
    <message>
        <source>New person</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Saved as soon as there is a name. Esc leaves.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n person(s) of this name known. Open instead of adding once more:</source>
        <translation type="unfinished">
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Already a member of {name}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add to a community: type its name, Enter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add to a community</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Communities</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Workshops this person took part in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Took &amp;part</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{hours} h</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>School</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In the network</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Seldom needed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Tells namesakes apart: “the younger”, “4-A” …</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Nobody of that name is known: {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>+  New person: {name}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PlanWorkshop</name>
    <message>
        <source>Plan a workshop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>C&amp;ommunity</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Put all &amp;members on the list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pro&amp;vince</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Date</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sta&amp;rt</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>E&amp;nd</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Weekly</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;How</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>P&amp;lace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Lin&amp;k</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Address of an online session</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Facilitators</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Save the workshop</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Sent to the printer.</source>
        <translation>Yazıcıya gönderildi.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF olarak kaydet</translation>
    </message>
    <message>
        <source>As it fits</source>
        <translation>Sığdığı gibi</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Dikey</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Yatay</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Logo seçin</translation>
    </message>
    <message>
        <source>Choose a session to print.</source>
        <translation>Yazdırmak için bir oturum seçin.</translation>
    </message>
    <message>
        <source>Page {page} of {pages} · A4 landscape</source>
        <translation>Sayfa {page} / {pages} · A4 yatay</translation>
    </message>
    <message>
        <source>Page {page} of {pages} · A4 portrait</source>
        <translation>Sayfa {page} / {pages} · A4 dikey</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Kaydedildi: {file}</translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>{number}. oturum</translation>
    </message>
    <message>
        <source>Print the session sheet</source>
        <translation>İmza listesini yazdır</translation>
    </message>
    <message>
        <source>Pages as they will be printed</source>
        <translation>Yazdırılacak sayfalar</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Küçült</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Sığdır</translation>
    </message>
    <message>
        <source>Fit the whole page</source>
        <translation>Sayfanın tamamını sığdır</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Büyüt</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Oturumlar</translation>
    </message>
    <message>
        <source>Sessions to print; Space chooses one</source>
        <translation>Yazdırılacak oturumlar; boşluk tuşu seçer</translation>
    </message>
    <message>
        <source>Choose &amp;all</source>
        <translation>&amp;Hepsini seç</translation>
    </message>
    <message>
        <source>Side by side on &amp;one list</source>
        <translation>&amp;Yan yana, tek listede</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Sütunlar</translation>
    </message>
    <message>
        <source>&amp;Institution</source>
        <translation>Okul / &amp;Kurum</translation>
    </message>
    <message>
        <source>Su&amp;bject</source>
        <translation>B&amp;ranş</translation>
    </message>
    <message>
        <source>Pho&amp;ne</source>
        <translation>&amp;Telefon</translation>
    </message>
    <message>
        <source>E-&amp;mail</source>
        <translation>&amp;E-posta</translation>
    </message>
    <message>
        <source>The sheet goes round the room: everybody will see these.</source>
        <translation>Liste elden ele dolaşır: bunları herkes görür.</translation>
    </message>
    <message>
        <source>&amp;Rows for walk-ins</source>
        <translation>Boş &amp;satır</translation>
    </message>
    <message>
        <source>Pa&amp;per</source>
        <translation>Kâğı&amp;t</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Dil</translation>
    </message>
    <message>
        <source>&amp;Logo</source>
        <translation>&amp;Logo</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Seç…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Kaldır</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>Logoyu kaldır</translation>
    </message>
    <message>
        <source>Pri&amp;vacy notice in the foot</source>
        <translation>&amp;Alttaki aydınlatma notu</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Yazdır…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDF kaydet…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
</context>
<context>
    <name>RosterModel</name>
    <message>
        <source>No.</source>
        <translation type="unfinished">No</translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Institution</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished">Branş</translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished">Durum</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>StakeholderDetail</name>
    <message>
        <source>&amp;Contacts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add a contact: type a name, Enter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add a contact</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Whose notebook this is</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last saved: {time}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>TodayPane</name>
    <message>
        <source>To do</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Attendance not taken yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Coming up</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>Missing details: %n person(s)</source>
        <translation type="unfinished">
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Your notebook is empty. Begin with a list of teachers: import the Excel file you have, or drop it onto this window. Then gather them in a community and plan the first workshop.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No session is planned. Plan the next workshop, and it will be waiting here on its day.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No session today.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n marked</source>
        <translation type="unfinished">
            <numerusform />
        </translation>
    </message>
    <message>
        <source>no marks yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished">Oturumlar</translation>
    </message>
    <message>
        <source>Take attendance  ⏎</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Print sheet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show workshop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Import a list of people…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>New community</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Plan a workshop</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>WorkshopDetail</name>
    <message>
        <source>&amp;Sessions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished">Oturumlar</translation>
    </message>
    <message>
        <source>+ &amp;Session</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A session like the last one, a week later</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Move, postpone, cancel or remove this session</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Attendance</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>People and sessions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Enrolled</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Put on the list: type a name, Enter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Put somebody on the list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>From &amp;community…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;List…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paste a list from Excel or WhatsApp, or open a file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Enrolled people</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Take attendance  ⏎</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Print  Ctrl+P</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>E&amp;xcel</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Added: {uid}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing to change: it was so already.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Changed: {fields}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Removed: {uid}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Shown: {shown} of {total}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Marked: {uid}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Backed up into {file}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Restored from {file}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What was there before is kept in {file}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Problems found: {count}. Restore the latest backup.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something went wrong inside the program. Details: {file}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It was done, but the answer could not be written to standard output.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>yes</source>
        <translation>evet</translation>
    </message>
    <message>
        <source>no</source>
        <translation>hayır</translation>
    </message>
</context>
<context>
    <name>entities</name>
    <message>
        <source>People</source>
        <translation>Kişiler</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Memberships</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Workshops</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sessions</source>
        <translation>Oturumlar</translation>
    </message>
    <message>
        <source>Enrolments</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Attendance</source>
        <translation>Katılım</translation>
    </message>
    <message>
        <source>Stakeholders</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>Durduruldu. Dosya yazılmadı.</translation>
    </message>
    <message>
        <source>The folder “{folder}” does not exist. Choose another folder.</source>
        <translation>“{folder}” klasörü yok. Başka bir klasör seçin.</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be written to. Choose another folder.</source>
        <translation>“{folder}” klasörüne yazılamıyor. Başka bir klasör seçin.</translation>
    </message>
    <message>
        <source>“{file}” is open in another program or write-protected. Close it there, or choose another name.</source>
        <translation>“{file}” başka bir programda açık veya yazmaya karşı korumalı. Oradan kapatın ya da başka bir ad seçin.</translation>
    </message>
    <message>
        <source>The disk of “{folder}” is full. Make room or choose another disk; nothing was left behind.</source>
        <translation>“{folder}” klasörünün bulunduğu disk dolu. Yer açın veya başka bir disk seçin; yarım dosya bırakılmadı.</translation>
    </message>
    <message>
        <source>“{file}” is a folder. Choose a name for the file.</source>
        <translation>“{file}” bir klasör. Dosya için bir ad seçin.</translation>
    </message>
    <message>
        <source>“{file}” cannot be the name of a file here. Choose another name.</source>
        <translation>“{file}” burada dosya adı olamaz. Başka bir ad seçin.</translation>
    </message>
    <message>
        <source>“{file}”: choose a name that ends in .xlsx, .ods or .csv.</source>
        <translation>“{file}”: .xlsx, .ods veya .csv ile biten bir ad seçin.</translation>
    </message>
    <message>
        <source>“{file}” could not be written ({reason}). Choose another folder or name.</source>
        <translation>“{file}” yazılamadı ({reason}). Başka bir klasör veya ad seçin.</translation>
    </message>
    <message>
        <source>The file has more than {limit} sheets, save the one you need in a file of its own.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A cell holds a text of more than {limit} characters, so this is not a list.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file holds more than {limit} cells, split it into smaller files.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This file is protected by a password, ask the person who sent it for the password.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The password does not open this file, check capital letters and try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This OpenDocument file is protected by a password, open it in LibreOffice and save it as .xlsx.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is nothing to paste, copy the list first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The pasted text is too long for a list, save it as a file and open that.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No names were found in the pasted text, copy the lines with the names.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file is damaged or was cut off on its way, ask for it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is not a spreadsheet, save the list as an Excel file (.xlsx) and try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file is empty, ask for it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file contains instructions that no spreadsheet needs, so it was not opened.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file unpacks to far more than a list can hold, so it was not opened.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is an archive, unpack it and choose the spreadsheet inside.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is a text document, copy the list in it and paste it here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is a PDF, copy the list in it and paste it here, or ask for the spreadsheet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is a picture, ask for the list as a spreadsheet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is a very old Excel file, open it in Excel or LibreOffice and save it as .xlsx.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is an Apple Numbers file, export it from Numbers as Excel and try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file takes too long to read, save only the list you need in a new file and try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file needs more memory than a list should, save only the list you need in a new file and try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no file “{name}”, choose it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{name}” is not a file, choose the spreadsheet itself.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{name}” only says that somebody has the spreadsheet open, choose the spreadsheet itself.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file is larger than {limit} MB, save only the list you need in a new file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{name}” cannot be opened, check that you may read it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The import was stopped, nothing has changed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The row has no name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{value}” is not a date. Write it like 14.03.2026.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The phone number “{value}” was shortened by a spreadsheet and has lost digits. Type it in again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{value}” is not a phone number. Write it like 0532 123 45 67 or +49 30 …</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{value}” is not an e-mail address. Write it like ad@okul.org</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no province “{value}”. Choose one of the list, or type a code like DE-BE.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no district “{value}” in {province}. Choose one of the list.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{value}” is not a country code. Write two letters, like TR or DE.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{value}” is not a date and time. Write it like 14.03.2026 13:00.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{value}” is not a time zone. Write it like Europe/Istanbul.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{value}” is not a whole number from 0 to {largest}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{value}” is neither yes nor no.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{value}” is not allowed here. Allowed: {allowed}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This text has {length} characters; at most {limit} fit. Shorten it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{entity} has no field “{name}”. Fields: {known}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no list “{name}”. Lists: {known}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This session was removed in the meantime.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This workshop was removed in the meantime.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A mark needs a status.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This person was removed in the meantime.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{name}” cannot be changed. Remove this row and add another.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{uid}” is not a uid.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no row {uid} in {entity}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no such record.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{name}” is needed. Fill it in.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A person needs a name. Fill in at least one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is already in {entity}; nothing was added.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This record was removed in the meantime.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The session ends before it starts. Correct the time.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no such change to take back.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This was taken back already.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Between 1 and {most} sessions can be made at once.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The fonts for printing are missing. Install the program again.</source>
        <translation>Baskı yazı tipleri eksik. Programı yeniden kurun.</translation>
    </message>
    <message>
        <source>The printer does not take the page. Look whether it is switched on.</source>
        <translation>Yazıcı sayfayı almıyor. Açık olup olmadığına bakın.</translation>
    </message>
    <message>
        <source>There is no room left on the disk for “{file}”. Choose another place.</source>
        <translation>Diskte “{file}” için yer kalmadı. Başka bir yer seçin.</translation>
    </message>
    <message>
        <source>The folder “{folder}” does not exist. Choose another place.</source>
        <translation>“{folder}” klasörü yok. Başka bir yer seçin.</translation>
    </message>
    <message>
        <source>“{file}” is a folder. Choose a file name.</source>
        <translation>“{file}” bir klasör. Bir dosya adı seçin.</translation>
    </message>
    <message>
        <source>“{file}” cannot be written: it is open in another program or the folder is read-only. Close it or choose another place.</source>
        <translation>“{file}” yazılamıyor: başka bir programda açık ya da klasör salt okunur. Dosyayı kapatın veya başka bir yer seçin.</translation>
    </message>
    <message>
        <source>“{file}” cannot be written there. Choose another place.</source>
        <translation>“{file}” oraya yazılamıyor. Başka bir yer seçin.</translation>
    </message>
    <message>
        <source>The logo “{file}” cannot be read. Choose a PNG or JPEG picture.</source>
        <translation>“{file}” logosu okunamıyor. PNG veya JPEG biçiminde bir resim seçin.</translation>
    </message>
    <message>
        <source>The backup could not be read back. Try another disk.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The backup {file} could not be written. Check the folder and the free space.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>At most {most} people and sessions can be made.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sessions need people: ask for some people as well.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This profile holds data already; demo data go into an empty one. Name a new --profile.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The disk is full, so this was not saved. Free some space and try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The data file is read-only, so this was not saved. Check the folder's permissions.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Another program holds the data file. Close it and try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The data file cannot be opened. Check that its folder exists and can be written to.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The disk could not be read or written. If the data is on a stick, plug it in again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The data file is damaged. Restore the latest backup.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The data file is damaged or encrypted. Restore a backup or give its passphrase.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The folder {folder} cannot be written to. Choose another with --profile.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{file}” is no backup of TN Desktop, or it is damaged. Choose another.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no file “{file}”.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{file}” is the data file itself, no backup of it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>These records were written by a newer TN Desktop. Install the newest version to open them; nothing was changed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The text given is not valid UTF-8. Check the terminal's encoding.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>PostgreSQL cannot be opened yet. Leave --database out or name a file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{url}” is not a database this program opens. Write it like sqlite:///FILE.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{file}” holds the data themselves. Choose another name for the backup.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{value}” is not a time of day. Write it like 13:00.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is needed. Fill it in.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no kind of list “{kind}”. Kinds: {known}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{order}” is not of the form COLUMN=FIELD.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no field “{field}” for this list. Fields: {known}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no one column “{column}”. Columns: {known}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The data file is damaged ({detail}).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In {table} {count} rows point to rows that do not exist.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The search index of {table} does not agree with its rows.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In {table} {count} rows have damaged stamps.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In {table} {count} rows have a uid that does not follow from their ends.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In {table} {count} rows have sort or search columns that are out of date.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In {table} {count} rows are marked removed, or not removed, wrongly.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{count} workshops have a first date or status that does not follow from their sessions.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The history does not know the latest change in {table}.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Sessions</source>
        <translation>Oturumlar</translation>
    </message>
    <message>
        <source>Sessions held</source>
        <translation>Yapılan oturumlar</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Kişiler</translation>
    </message>
    <message>
        <source>People who attended at least once</source>
        <translation>En az bir kez katılan kişiler</translation>
    </message>
    <message>
        <source>Rows (one per person and session)</source>
        <translation>Satırlar (kişi ve oturum başına bir)</translation>
    </message>
    <message>
        <source>Attended in all, and rate</source>
        <translation>Toplam katılım ve oranı</translation>
    </message>
    <message>
        <source>Of these online</source>
        <translation>Bunlardan çevrim içi</translation>
    </message>
    <message>
        <source>Walk-ins</source>
        <translation>Yerinde kayıtlar</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>Hazırlanma zamanı</translation>
    </message>
    <message>
        <source>Attendance summary</source>
        <translation>Katılım özeti</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Toplamlar</translation>
    </message>
    <message>
        <source>Letters in “{sheet}”</source>
        <translation>“{sheet}” sayfasındaki harfler</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(boş)</translation>
    </message>
    <message>
        <source>not on the list of that session</source>
        <translation>o oturumun listesinde değil</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Branş</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Konu</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Kapsam</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Dönem</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Kuruluş</translation>
    </message>
    <message>
        <source>Facilitator</source>
        <translation>Kolaylaştırıcı</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Kişisel veri</translation>
    </message>
    <message>
        <source>Number of people named in this file, with phone and e-mail: {count}</source>
        <translation>Bu dosyada telefon ve e-postasıyla yer alan kişi sayısı: {count}</translation>
    </message>
    <message>
        <source>Number of people named in this file, without phone and e-mail: {count}</source>
        <translation>Bu dosyada adı geçen kişi sayısı (telefon ve e-posta yoktur): {count}</translation>
    </message>
    <message>
        <source>There are no people on the lists of these sessions yet.</source>
        <translation>Bu oturumların listelerinde henüz kimse yok.</translation>
    </message>
    <message>
        <source>The sheet “{sheet}” (people × sessions) was left out: it takes up to {most} sessions, and there are {count}. Every mark is on the sheet “{data}”.</source>
        <translation>“{sheet}” sayfası (kişi × oturum) konmadı: en çok {most} oturum sığar, bu dosyada {count} oturum var. Bütün işaretler “{data}” sayfasındadır.</translation>
    </message>
    <message>
        <source>The sheet “{sheet}” (people × sessions) was left out because there are too many people for it. Every mark is on the sheet “{data}”.</source>
        <translation>“{sheet}” sayfası (kişi × oturum), kişi sayısı sığmayacak kadar çok olduğu için konmadı. Bütün işaretler “{data}” sayfasındadır.</translation>
    </message>
    <message>
        <source>The rows of “{sheet}” go on on these sheets: {others}.</source>
        <translation>“{sheet}” sayfasındaki satırların devamı şu sayfalardadır: {others}.</translation>
    </message>
    <message>
        <source>Cancelled or postponed sessions, whose marks are not counted: {count}</source>
        <translation>İptal edilen veya ertelenen, işaretleri sayılmayan oturum sayısı: {count}</translation>
    </message>
    <message>
        <source>The totals on “{sessions}” and “{people}” are plain numbers: as formulas, so many would take minutes to calculate.</source>
        <translation>“{sessions}” ve “{people}” sayfalarındaki toplamlar düz sayıdır: bu kadar çok formülün hesaplanması dakikalar sürerdi.</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>Dikkat</translation>
    </message>
    <message>
        <source>What the file covers, and its totals.</source>
        <translation>Dosyanın kapsamı ve toplamlar.</translation>
    </message>
    <message>
        <source>People by sessions, with one letter for each mark.</source>
        <translation>Kişiler ve oturumlar; her işaret için bir harf.</translation>
    </message>
    <message>
        <source>One row per person and session: for filters and pivot tables.</source>
        <translation>Kişi ve oturum başına bir satır: süzme ve özet tablolar için.</translation>
    </message>
    <message>
        <source>Every session with its place, time and totals.</source>
        <translation>Her oturum; yeri, zamanı ve toplamları.</translation>
    </message>
    <message>
        <source>Every person with their totals.</source>
        <translation>Her kişi ve toplamları.</translation>
    </message>
    <message>
        <source>The words that the drop-downs offer.</source>
        <translation>Açılır listelerdeki sözcükler.</translation>
    </message>
    <message>
        <source>Attendance rate: present and late, out of those who are marked. Whoever is unmarked is in neither number.</source>
        <translation>Katılım oranı: işaretlenenler içinde katılanlar ile geç gelenlerin payı. İşaretsizler iki sayıya da girmez.</translation>
    </message>
    <message>
        <source>Marks of cancelled and postponed sessions are kept in the program, but neither listed nor counted here.</source>
        <translation>İptal edilen ve ertelenen oturumların işaretleri programda durur; burada gösterilmez ve sayılmaz.</translation>
    </message>
    <message>
        <source>The numbers “no”, “session no” and “person no” hold within this file only; they tell people of one name apart.</source>
        <translation>“No”, “Oturum no” ve “Kişi no” yalnızca bu dosya içindir; aynı adı taşıyan kişileri ayırt eder.</translation>
    </message>
    <message>
        <source>What is changed in this file does not change the program.</source>
        <translation>Bu dosyada yapılan değişiklik programdaki bilgiyi değiştirmez.</translation>
    </message>
    <message>
        <source>This file holds personal data. Pass it on only to those who need it, and delete it when it is no longer needed.</source>
        <translation>Bu dosyada kişisel veri vardır. Yalnızca gereksinimi olanlarla paylaşın, işiniz bitince silin.</translation>
    </message>
    <message>
        <source>About this file</source>
        <translation>Bu dosya hakkında</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Sayfalar</translation>
    </message>
    <message>
        <source>How to read it</source>
        <translation>Nasıl okunur</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Hazırlayan program</translation>
    </message>
    <message>
        <source>0%</source>
        <translation>%0</translation>
    </message>
    <message>
        <source>P</source>
        <translation>K</translation>
    </message>
    <message>
        <source>L</source>
        <translation>G</translation>
    </message>
    <message>
        <source>E</source>
        <translation>M</translation>
    </message>
    <message>
        <source>A</source>
        <translation>Y</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Özet</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Katılım</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Veri</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listeler</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Bilgi</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Session no</source>
        <translation>Oturum no</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Atölye</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Oturum</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Başlangıç</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Bitiş</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Saat dilimi</translation>
    </message>
    <message>
        <source>Held how</source>
        <translation>Biçim</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>Session province</source>
        <translation>Oturum ili</translation>
    </message>
    <message>
        <source>Session status</source>
        <translation>Oturum durumu</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kontenjan</translation>
    </message>
    <message>
        <source>Minors without names</source>
        <translation>Adsız çocuk</translation>
    </message>
    <message>
        <source>Guests without names</source>
        <translation>Adsız misafir</translation>
    </message>
    <message>
        <source>Person no</source>
        <translation>Kişi no</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Ad soyad</translation>
    </message>
    <message>
        <source>Told apart by</source>
        <translation>Ayırt edici bilgi</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Okul-kurum</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>İl</translation>
    </message>
    <message>
        <source>District</source>
        <translation>İlçe</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-posta</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Took part how</source>
        <translation>Katılım biçimi</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Dakika</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>Yerinde kayıt</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>Listede</translation>
    </message>
    <message>
        <source>Attended in all</source>
        <translation>Toplam katılım</translation>
    </message>
    <message>
        <source>Attendance rate</source>
        <translation>Katılım oranı</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Harf</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Evet-hayır</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>evet</translation>
    </message>
    <message>
        <source>no</source>
        <translation>hayır</translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>{number}. oturum</translation>
    </message>
    <message>
        <source>,</source>
        <translation>;</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>Given name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Family name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Other names</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-posta</translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Province</source>
        <translation>İl</translation>
    </message>
    <message>
        <source>District</source>
        <translation>İlçe</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Okul-kurum</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Branş</translation>
    </message>
    <message>
        <source>Expertise</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Interests</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Shared issue</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Goals</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Motivation</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Founded</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Community</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Joined</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Communities</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Workshop</source>
        <translation>Atölye</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ends</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Time zone</source>
        <translation>Saat dilimi</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Facilitators</source>
        <translation type="unfinished">Kolaylaştırıcılar</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kontenjan</translation>
    </message>
    <message>
        <source>Moved from</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Minors (head count)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Guests (head count)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Session</source>
        <translation>Oturum</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Dakika</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>Yerinde kayıt</translation>
    </message>
    <message>
        <source>Marked how</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Disciplines</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Web</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stakeholder</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>Add a record</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change a record</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove a record</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take attendance</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add a person</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add a community</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add a workshop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add a session</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add a stakeholder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add a member</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add a contact</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change a person</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change a community</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change a workshop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change a session</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change a stakeholder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change a membership</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change a contact</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove a person</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove a community</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove a workshop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove a session</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove a stakeholder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove a member</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove a contact</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Fill with demo data</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>Sheet “{sheet}” is longer than {limit} rows; the rest was left out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sheet “{sheet}” is wider than {limit} columns; the rest was left out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The mark “{mark}” has no one meaning here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{mark}” can mean several things in this list; please say what it means.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{mark}” was read as late, because other marks say who came.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{mark}” was read as present, because no other mark says who came.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{mark}” was read as yes, beside N for no.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{mark}” was read as absent (yok).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{mark}” was read as absent, because other marks say who came.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a total, not a person</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the headings once more</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a title</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a note or signature under the list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an empty row with a number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>By its heading.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>By its cells.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not needed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Another column already holds this.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Personal data that the program does not keep.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A total.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It holds marks of attendance.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Full name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Full name, family name first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Province and district</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished">Oturum</translation>
    </message>
    <message>
        <source>Community</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished">Durum</translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished">Tarih</translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished">Saat</translation>
    </message>
    <message>
        <source>In person or online</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished">Dakika</translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Contact: name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Contact: role</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Contact: phone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Contact: e-mail</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You chose this.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>As last time.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>model</name>
    <message>
        <source>Meaning of the column</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sheet</name>
    <message>
        <source>Attendance sheet</source>
        <translation>Katılımcı İmza Listesi</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Ad Soyad</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Okul / Kurum</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Branş</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-posta</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>İmza</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Oturum</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Oturumlar</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Saat</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>Facilitator</source>
        <translation>Kolaylaştırıcı</translation>
    </message>
    <message>
        <source>Facilitators</source>
        <translation>Kolaylaştırıcılar</translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>{number}. oturum</translation>
    </message>
    <message>
        <source>Sessions {numbers}</source>
        <translation>{numbers}. oturumlar</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Kayıtlı</translation>
    </message>
    <message>
        <source>Attended</source>
        <translation>Katılan</translation>
    </message>
    <message>
        <source>Walk-ins</source>
        <translation>Yerinde kayıt</translation>
    </message>
    <message>
        <source>Facilitator's signature</source>
        <translation>Kolaylaştırıcı imzası</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet.</source>
        <translation>Henüz kayıtlı kimse yok.</translation>
    </message>
    <message>
        <source>Page {page} / {pages}</source>
        <translation>Sayfa {page} / {pages}</translation>
    </message>
    <message>
        <source>Your personal data on this sheet is used only to document attendance at this activity. You can ask the facilitator for the full privacy notice.</source>
        <translation>Bu listedeki kişisel verileriniz yalnızca bu etkinliğe katılımı belgelemek için işlenir. Aydınlatma metninin tamamını kolaylaştırıcıdan isteyebilirsiniz.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Present</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Excused</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Absent</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unmarked</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>By hand</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Marked together</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>From paper</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In person</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hybrid</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Held</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Postponed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Workshop</source>
        <translation>Atölye</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Meeting</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hybrid program</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Collaboration</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Enrolled</source>
        <translation type="unfinished">Kayıtlı</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Community</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Working group</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>1 Gathering a motivated group</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>2 Becoming a community with common goals</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>3 Discussing needs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>4 Running activities</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>5 Building the stakeholder network</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dormant</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Member</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Facilitator</source>
        <translation>Kolaylaştırıcı</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Expert</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Supporter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>NGO</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Individual</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Public agency</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Private agency</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>University</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Prospective</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Past</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Teacher</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Parent</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>School administrator</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Academic</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Volunteer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stakeholder contact</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished" />
    </message>
</context>
</TS>
