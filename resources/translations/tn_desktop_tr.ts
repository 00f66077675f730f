<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en_US">
<context>
    <name>entities</name>
    <message>
        <source>People</source>
        <translation type="unfinished" />
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
        <translation type="unfinished" />
    </message>
    <message>
        <source>Enrolments</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Attendance</source>
        <translation type="unfinished" />
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
        <translation type="unfinished" />
    </message>
    <message>
        <source>The folder “{folder}” does not exist. Choose another folder.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The folder “{folder}” cannot be written to. Choose another folder.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{file}” is open in another program or write-protected. Close it there, or choose another name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The disk of “{folder}” is full. Make room or choose another disk; nothing was left behind.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{file}” is a folder. Choose a name for the file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{file}” cannot be the name of a file here. Choose another name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{file}” could not be written ({reason}). Choose another folder or name.</source>
        <translation type="unfinished" />
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
        <source>These records were written by a newer TN Desktop. Install the newest version to open them; nothing was changed.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Sessions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sessions held</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>People who attended at least once</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rows (one per person and session)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Attended in all, and rate</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Of these online</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Walk-ins</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Made at</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Attendance summary</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Totals</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Letters in “{sheet}”</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>(empty)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>not on the list of that session</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Scope</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Facilitator</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Personal data</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Number of people named in this file, with phone and e-mail: {count}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Number of people named in this file, without phone and e-mail: {count}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There are no people on the lists of these sessions yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The sheet “{sheet}” (people × sessions) was left out: it takes up to {most} sessions, and there are {count}. Every mark is on the sheet “{data}”.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The sheet “{sheet}” (people × sessions) was left out because there are too many people for it. Every mark is on the sheet “{data}”.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The rows of “{sheet}” go on on these sheets: {others}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancelled or postponed sessions, whose marks are not counted: {count}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The totals on “{sessions}” and “{people}” are plain numbers: as formulas, so many would take minutes to calculate.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Please note</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What the file covers, and its totals.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>People by sessions, with one letter for each mark.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>One row per person and session: for filters and pivot tables.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every session with its place, time and totals.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every person with their totals.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The words that the drop-downs offer.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Attendance rate: present and late, out of those who are marked. Whoever is unmarked is in neither number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Marks of cancelled and postponed sessions are kept in the program, but neither listed nor counted here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The numbers “no”, “session no” and “person no” hold within this file only; they tell people of one name apart.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is changed in this file does not change the program.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This file holds personal data. Pass it on only to those who need it, and delete it when it is no longer needed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>About this file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sheets</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>How to read it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Made with</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>0%</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>P</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>L</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>E</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Attendance</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Lists</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Session no</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Workshop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Held how</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Session province</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Session status</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Capacity</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Minors without names</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Guests without names</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Person no</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Full name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Told apart by</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Institution</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Province</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>District</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Took part how</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Walk-in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Listed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Attended in all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Attendance rate</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Yes or no</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Session {number}</source>
        <translation type="unfinished" />
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
        <translation type="unfinished" />
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Province</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>District</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Institution</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished" />
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
        <translation type="unfinished" />
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
        <translation type="unfinished" />
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
        <translation type="unfinished" />
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Facilitators</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Capacity</source>
        <translation type="unfinished" />
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
        <translation type="unfinished" />
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Walk-in</source>
        <translation type="unfinished" />
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
    <name>import</name>
    <message>
        <source>Sheet “{sheet}” is longer than {limit} rows; the rest was left out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sheet “{sheet}” is wider than {limit} columns; the rest was left out.</source>
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
        <translation type="unfinished" />
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
        <translation type="unfinished" />
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
        <translation type="unfinished" />
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
