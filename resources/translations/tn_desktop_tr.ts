<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en_US">
<context>
    <name>Actions</name>
    <message>
        <source>Undo</source>
        <translation>Geri al</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Yeniden yap</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Her şeyde ara</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>Liste al…</translation>
    </message>
    <message>
        <source>Paste a list</source>
        <translation>Panodaki listeyi al</translation>
    </message>
    <message>
        <source>Export attendance…</source>
        <translation>Katılımı Excel&apos;e aktar…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ayarlar…</translation>
    </message>
    <message>
        <source>Personal data…</source>
        <translation>Kişisel veriler…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tuşlar</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Yardım</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Çıkış</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Yedekler…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Kilitle</translation>
    </message>
</context>
<context>
    <name>AgendaNow</name>
    <message>
        <source>{minutes} min left</source>
        <translation>{minutes} dk kaldı</translation>
    </message>
    <message>
        <source>The agenda is over · {left} of the session</source>
        <translation>Akış tamamlandı · oturumun bitmesine {left}</translation>
    </message>
    <message>
        <source>Now: {part}</source>
        <translation>Şimdi: {part}</translation>
    </message>
    <message>
        <source>then {time} {part}</source>
        <translation>ardından {time} {part}</translation>
    </message>
</context>
<context>
    <name>AgendaPart</name>
    <message>
        <source>Session</source>
        <translation>Oturum</translation>
    </message>
    <message>
        <source>&amp;Copy from</source>
        <translation>Kop&amp;yala</translation>
    </message>
    <message>
        <source>+ T&amp;ool</source>
        <translation>+ A&amp;raç</translation>
    </message>
    <message>
        <source>Another part: “10 Welcome”, Enter adds</source>
        <translation>Başka bir bölüm: “10 Karşılama” yazın, Enter ekler</translation>
    </message>
    <message>
        <source>Another part: its minutes and what it is</source>
        <translation>Başka bir bölüm: süresi ve adı</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Akış</translation>
    </message>
</context>
<context>
    <name>AgendaTab</name>
    <message>
        <source>No agenda yet. “+ Tool” chooses from the library what fits into the session; other parts are typed above.</source>
        <translation>Henüz akış yok. “+ Araç” ile kitaplıktan oturuma sığanları seçin; karşılama, ara gibi bölümleri yukarıya yazın.</translation>
    </message>
    <message>
        <source>A&amp;genda</source>
        <translation>Akı&amp;ş</translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>{number}. oturum</translation>
    </message>
    <message>
        <source>Add a session first: an agenda belongs to a session.</source>
        <translation>Önce bir oturum ekleyin: akış bir oturuma aittir.</translation>
    </message>
    <message>
        <source>To bring: {things}</source>
        <translation>Hazırlanacak malzeme: {things}</translation>
    </message>
    <message>
        <source>Agenda {total} min</source>
        <translation>Akış {total} dk</translation>
    </message>
    <message>
        <source>{agenda} · the session&apos;s end is not known</source>
        <translation>{agenda} · oturumun bitişi belli değil</translation>
    </message>
    <message>
        <source>{agenda} · session {length} min</source>
        <translation>{agenda} · oturum {length} dk</translation>
    </message>
    <message>
        <source>{minutes} min too long</source>
        <translation>{minutes} dk fazla</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>{minutes} dk boş</translation>
    </message>
    <message>
        <source>it fits exactly</source>
        <translation>tam oturuyor</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Saat</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Dk</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne yapılacak</translation>
    </message>
    <message>
        <source>Led by</source>
        <translation>Yürüten</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Not</translation>
    </message>
    <message>
        <source>Other workshops</source>
        <translation>Diğer atölyeler</translation>
    </message>
    <message>
        <source>No other session has an agenda yet</source>
        <translation>Başka hiçbir oturumun akışı yok</translation>
    </message>
</context>
<context>
    <name>Attendance</name>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} dk</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Geri (Esc)</translation>
    </message>
    <message>
        <source>Marks from the paper sheet</source>
        <translation>Kâğıttaki işaretler</translation>
    </message>
    <message>
        <source>3y 7y 12m 15g</source>
        <translation>3y 7y 12m 15g</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>Katılımcı listesi</translation>
    </message>
    <message>
        <source>People and sessions</source>
        <translation>Kişiler ve oturumlar</translation>
    </message>
    <message>
        <source>Add somebody who is not on the list</source>
        <translation>Listede olmayan birini ekle</translation>
    </message>
    <message>
        <source>Nobody is on the list yet. Put the members of the workshop&apos;s communities onto it, import a list, or just type the name of whoever comes in.</source>
        <translation>Listede henüz kimse yok. Atölyenin topluluklarındaki üyeleri listeye alın, hazır bir listeyi içe aktarın ya da gelenin adını yazın.</translation>
    </message>
    <message>
        <source>Put members onto the list</source>
        <translation>Üyeleri listeye al</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>Liste içe aktar…</translation>
    </message>
    <message>
        <source>session {number}</source>
        <translation>{number}. oturum</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Yoklama</translation>
    </message>
    <message>
        <source>{number} lists as one</source>
        <translation>{number} liste bir arada</translation>
    </message>
    <message>
        <source>We missed you:</source>
        <translation>Aramızda göremediklerimiz:</translation>
    </message>
    <message>
        <source>In person / online</source>
        <translation>Yüz yüze / çevrim içi</translation>
    </message>
    <message>
        <source>Clear the mark</source>
        <translation>İşareti temizle</translation>
    </message>
</context>
<context>
    <name>AttendancePane</name>
    <message numerus="yes">
        <source>%n person(s) marked present. Undo: Ctrl+Z</source>
        <translation>
            <numerusform>%n kişi katıldı işaretlendi. Geri al: Ctrl+Z</numerusform>
        </translation>
    </message>
    <message>
        <source>Added, present. Undo: Ctrl+Z</source>
        <translation>Eklendi: katıldı. Geri al: Ctrl+Z</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) copied, ready to paste</source>
        <translation>
            <numerusform>%n ad kopyalandı, yapıştırabilirsiniz</numerusform>
        </translation>
    </message>
    <message>
        <source>The workshop&apos;s communities have no members yet. Import a list, or type names.</source>
        <translation>Atölyenin topluluklarında henüz üye yok. Liste içe aktarın ya da adları yazın.</translation>
    </message>
    <message>
        <source>K present  G late  M excused  Y absent (a number alone: absent)   Enter: mark   Ctrl+Enter: mark, the rest present   Esc: back</source>
        <translation>K katıldı  G geç  M mazeretli  Y yok (yalnız numara: yok)   Enter: işaretle   Ctrl+Enter: kalanlar katıldı   Esc: geri</translation>
    </message>
    <message>
        <source>This session is cancelled: marks are kept, and do not count.</source>
        <translation>Bu oturum iptal edildi: işaretler saklanır, sayıma girmez.</translation>
    </message>
    <message numerus="yes">
        <source>Mark the remaining %n present</source>
        <translation>
            <numerusform>Kalan %n kişiyi katıldı işaretle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a slip</source>
        <translation>
            <numerusform>Formu olmayan %n kişi</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody is marked</source>
        <translation>Herkes işaretlendi</translation>
    </message>
    <message>
        <source>Enter: add as a new person   ↓: choose a known person   Esc: back to the list</source>
        <translation>Enter: yeni kişi olarak ekle   ↓: kayıtlılardan seç   Esc: listeye dön</translation>
    </message>
    <message numerus="yes">
        <source>≠ %n mark(s) differ between the lists of this session: 1–4 decides</source>
        <translation>
            <numerusform>≠ Bu oturumun listelerinde %n işaret farklı: 1–4 ile karar verin</numerusform>
        </translation>
    </message>
    <message>
        <source>↑↓ ← → move</source>
        <translation>↑↓ ← → gez</translation>
    </message>
    <message>
        <source>↑↓ move</source>
        <translation>↑↓ gez</translation>
    </message>
    <message>
        <source>From paper</source>
        <translation>Kâğıttan gir</translation>
    </message>
    <message>
        <source>Type row numbers and letters from the signed sheet (.)</source>
        <translation>İmzalı listedeki satır numaralarını ve harfleri yazın (. tuşu)</translation>
    </message>
    <message>
        <source>Curtain</source>
        <translation>Perde modu</translation>
    </message>
    <message>
        <source>Hide personal data while the projector shows this (Ctrl+Shift+H)</source>
        <translation>Projeksiyon açıkken kişisel bilgileri gizler (Ctrl+Shift+H)</translation>
    </message>
    <message>
        <source>Copy absentees</source>
        <translation>Devamsızları kopyala</translation>
    </message>
    <message>
        <source>A reminder with the names, to paste into a message (Ctrl+Shift+C)</source>
        <translation>Mesaja yapıştırmak için adların olduğu bir hatırlatma (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Yazdır</translation>
    </message>
    <message>
        <source>Print the sheet (Ctrl+P)</source>
        <translation>İmza listesini yazdırır (Ctrl+P)</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Export the attendance</source>
        <translation>Yoklamayı Excel dosyasına aktarır</translation>
    </message>
    <message>
        <source>Slip (6)…</source>
        <translation>Form (6)…</translation>
    </message>
    <message>
        <source>What she agrees to who signed the slip; 6 records it</source>
        <translation>Formu imzalayanın verdiği rızalar; 6 tuşu kaydeder</translation>
    </message>
    <message>
        <source>Show only those who have not signed a slip; nobody has to</source>
        <translation>Yalnızca form imzalamamış olanları gösterir; imzalamak zorunlu değildir</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Diğer</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>İhtiyaçlar</translation>
    </message>
    <message>
        <source>1 present   2 late   3 excused   4 absent   5 in person/online   6 slip   0 clear</source>
        <translation>1 katıldı   2 geç   3 mazeretli   4 katılmadı   5 yüz yüze/çevrim içi   6 form   0 temizle</translation>
    </message>
    <message>
        <source>Write down what is raised here, and count votes on it</source>
        <translation>Burada dile getirilenleri yazın, oylarını sayın</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>No backup yet: the first is made within an hour of work.</source>
        <translation>Henüz yedek yok: ilki bir saatlik çalışma içinde alınır.</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Alındığı zaman</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Boyut</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Bu bilgisayar</translation>
    </message>
    <message>
        <source>{name}: {count}</source>
        <translation>{name}: {count}</translation>
    </message>
    <message>
        <source>Nothing was entered in it.</source>
        <translation>İçinde henüz kayıt yok.</translation>
    </message>
    <message>
        <source>Last change: {time}</source>
        <translation>Son değişiklik: {time}</translation>
    </message>
    <message>
        <source>Second place for backups</source>
        <translation>Yedekler için ikinci yer</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Yedek seçin</translation>
    </message>
    <message>
        <source>Backups (*.db);;All files (*)</source>
        <translation>Yedekler (*.db);;Bütün dosyalar (*)</translation>
    </message>
    <message>
        <source>What you have now is kept in the folder of backups, then “{file}” takes its place. What was entered after that backup will not be in it.</source>
        <translation>Şu anki kayıtlarınız yedekler klasöründe saklanır, sonra yerine “{file}” geçer. O yedekten sonra girilenler içinde olmayacak.</translation>
    </message>
    <message>
        <source>Backups — TN Desktop</source>
        <translation>Yedekler — TN Desktop</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Yedekler</translation>
    </message>
    <message>
        <source>After every hour of work a copy of everything is made by itself and read back: each hour of today, each day of this month, each month of this year.</source>
        <translation>Her çalışma saatinden sonra her şeyin bir kopyası kendiliğinden alınır ve geri okunarak denetlenir: bugünün her saati, bu ayın her günü, bu yılın her ayı.</translation>
    </message>
    <message>
        <source>&amp;Second place</source>
        <translation>&amp;İkinci yer</translation>
    </message>
    <message>
        <source>A stick or another disk, for the day the laptop is lost</source>
        <translation>Dizüstü kaybolursa diye bir USB bellek ya da başka bir disk</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Seç…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Yok</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Şimdi değil</translation>
    </message>
    <message>
        <source>&amp;Go back to this backup</source>
        <translation>Bu yedeğe &amp;dön</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>Şimdi &amp;yedekle</translation>
    </message>
    <message>
        <source>Backup from a &amp;file…</source>
        <translation>Dosya&amp;dan yedek…</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Geri yükle…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Its own &amp;passphrase</source>
        <translation>Kendi &amp;parolası</translation>
    </message>
    <message>
        <source>Passphrase of the backup</source>
        <translation>Yedeğin parolası</translation>
    </message>
</context>
<context>
    <name>CalendarFile</name>
    <message>
        <source>Community</source>
        <translation>Topluluk</translation>
    </message>
    <message>
        <source>Type the community&apos;s name</source>
        <translation>Topluluğun adını yazın</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>İlk gün</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Son gün</translation>
    </message>
    <message>
        <source>This &amp;workshop: {title}</source>
        <translation>Bu &amp;atölye: {title}</translation>
    </message>
    <message>
        <source>Save the calendar file</source>
        <translation>Takvim dosyasını kaydet</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>Takvim (*.ics)</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) written: {file}</source>
        <translation>
            <numerusform>%n oturum yazıldı: {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) named</source>
        <translation>
            <numerusform>%n kişinin adı var</numerusform>
        </translation>
    </message>
    <message>
        <source>Calendar file</source>
        <translation>Takvim dosyası</translation>
    </message>
    <message>
        <source>This &amp;workshop</source>
        <translation>Bu &amp;atölye</translation>
    </message>
    <message>
        <source>The workshops of a &amp;community</source>
        <translation>Bir t&amp;opluluğun atölyeleri</translation>
    </message>
    <message>
        <source>All sessions of these &amp;days</source>
        <translation>Bu &amp;günlerdeki bütün oturumlar</translation>
    </message>
    <message>
        <source>&amp;Names of facilitators and guest speakers</source>
        <translation>&amp;Kolaylaştırıcıların ve konuk konuşmacıların adları</translation>
    </message>
    <message>
        <source>&amp;Given to</source>
        <translation>Kim&amp;e verilecek</translation>
    </message>
    <message>
        <source>Participants are never in a calendar file. A later file with the same sessions brings a calendar up to date.</source>
        <translation>Katılımcılar takvim dosyasında hiç yer almaz. Aynı oturumların sonraki dosyası takvimi günceller.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>&amp;Save the file…</source>
        <translation>&amp;Dosyayı kaydet…</translation>
    </message>
</context>
<context>
    <name>CalendarPanel</name>
    <message>
        <source>Calendar of the sessions</source>
        <translation>Oturumların takvimi</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>On</source>
        <translation>İleri</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Bugün</translation>
    </message>
    <message>
        <source>Ctrl+N plans a workshop on this day.</source>
        <translation>Ctrl+N bu güne bir atölye planlar.</translation>
    </message>
    <message>
        <source>first planned for {date}</source>
        <translation>ilk planlanan: {date}</translation>
    </message>
    <message>
        <source>Space: all sessions of the day</source>
        <translation>Boşluk: günün bütün oturumları</translation>
    </message>
    <message>
        <source>Calendar file…</source>
        <translation>Takvim dosyası…</translation>
    </message>
    <message>
        <source>Save sessions for the calendar of a phone (.ics)</source>
        <translation>Oturumları telefon takvimi için kaydet (.ics)</translation>
    </message>
</context>
<context>
    <name>CalendarView</name>
    <message>
        <source>+{n} more</source>
        <translation>+{n} daha</translation>
    </message>
</context>
<context>
    <name>ChainCard</name>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n oy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChainView</name>
    <message>
        <source>Round {number}</source>
        <translation>{number}. tur</translation>
    </message>
    <message>
        <source>Chain from need to reach</source>
        <translation>İhtiyaçtan erişime zincir</translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n tane daha</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Take away: {name}</source>
        <translation>Çıkar: {name}</translation>
    </message>
</context>
<context>
    <name>ChooseTool</name>
    <message>
        <source>No tool fits. Choose more minutes, or search all tools.</source>
        <translation>Uyan araç yok. Süreyi artırın ya da bütün araçlarda arayın.</translation>
    </message>
    <message>
        <source>Show all tools</source>
        <translation>Bütün araçları göster</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>{minutes} dk boş</translation>
    </message>
    <message>
        <source>{minutes} min too long</source>
        <translation>{minutes} dk fazla</translation>
    </message>
    <message numerus="yes">
        <source>%n tool(s) added</source>
        <translation>
            <numerusform>%n araç eklendi</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Süre</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grup</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>Kalan süreye sığan</translation>
    </message>
    <message numerus="yes">
        <source>%n on the list</source>
        <translation>
            <numerusform>Listedeki %n kişi</numerusform>
        </translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Nasıl</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Düzey</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Beceri</translation>
    </message>
    <message>
        <source>Choose a tool</source>
        <translation>Araç seçin</translation>
    </message>
    <message>
        <source>Search title, purpose, skill</source>
        <translation>Ad, amaç, beceri ara</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kart</translation>
    </message>
    <message>
        <source>&amp;Add to the agenda</source>
        <translation>Akışa &amp;ekle</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Bitti</translation>
    </message>
</context>
<context>
    <name>ColumnChoice</name>
    <message>
        <source>Columns of the file</source>
        <translation>Dosyanın sütunları</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tümü</translation>
    </message>
    <message>
        <source>{on} of {of}</source>
        <translation>{on} / {of}</translation>
    </message>
</context>
<context>
    <name>CommunitiesPane</name>
    <message>
        <source>Communities</source>
        <translation>Topluluklar</translation>
    </message>
    <message>
        <source>Search name, issue, province</source>
        <translation>Ad, konu, il arayın</translation>
    </message>
    <message>
        <source>No community yet. Begin with the group you know best: give it a name and add its members.</source>
        <translation>Henüz topluluk yok. En iyi bildiğiniz grupla başlayın: bir ad verin, üyelerini ekleyin.</translation>
    </message>
    <message>
        <source>+ New community</source>
        <translation>+ Yeni topluluk</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>İl</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Üyeler</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Aşama</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
</context>
<context>
    <name>CommunityDetail</name>
    <message>
        <source>Subjects of the members</source>
        <translation>Üyelerin branşları</translation>
    </message>
    <message>
        <source>Choose a community on the left to see its members and workshops. Ctrl+N adds a new one.</source>
        <translation>Üyelerini ve atölyelerini görmek için soldan bir topluluk seçin. Ctrl+N yeni topluluk ekler.</translation>
    </message>
    <message>
        <source>No members yet. Type a name above, or paste a list from Excel or WhatsApp.</source>
        <translation>Henüz üye yok. Yukarıya bir ad yazın ya da Excel veya WhatsApp listesini yapıştırın.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Branş</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Katılış</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Ayrılış</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Oturumlar</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Kişiler</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>No workshop yet. “Plan a workshop” makes the first one for this community.</source>
        <translation>Henüz atölye yok. “Atölye planla” bu topluluk için ilkini hazırlar.</translation>
    </message>
    <message>
        <source>New community</source>
        <translation>Yeni topluluk</translation>
    </message>
    <message>
        <source>Other subjects</source>
        <translation>Diğer branşlar</translation>
    </message>
    <message>
        <source>Subject not known</source>
        <translation>Branşı bilinmiyor</translation>
    </message>
    <message>
        <source>&amp;Members</source>
        <translation>&amp;Üyeler</translation>
    </message>
    <message>
        <source>{name} is a member already.</source>
        <translation>Zaten üye: {name}</translation>
    </message>
    <message>
        <source>Add a member: type a name, Enter</source>
        <translation>Üye ekleyin: adı yazın, Enter</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>Üye ekle</translation>
    </message>
    <message>
        <source>Add a &amp;list…</source>
        <translation>&amp;Liste ekle…</translation>
    </message>
    <message>
        <source>Paste a list from Excel or WhatsApp, or open a file</source>
        <translation>Excel veya WhatsApp listesini yapıştırın ya da bir dosya açın</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Üyeler</translation>
    </message>
    <message>
        <source>Set up a working &amp;group…</source>
        <translation>Çalışma grubu &amp;kur…</translation>
    </message>
    <message>
        <source>With the members chosen in the list</source>
        <translation>Listede seçili üyelerle</translation>
    </message>
    <message>
        <source>N&amp;eeds</source>
        <translation>İ&amp;htiyaçlar</translation>
    </message>
    <message>
        <source>Needs of this community</source>
        <translation>Bu topluluğun ihtiyaçları</translation>
    </message>
    <message>
        <source>Count &amp;votes</source>
        <translation>Oy &amp;say</translation>
    </message>
    <message>
        <source>One key adds a dot, another takes it back</source>
        <translation>Bir tuş nokta ekler, bir başkası geri alır</translation>
    </message>
    <message>
        <source>&amp;Board</source>
        <translation>Pa&amp;no</translation>
    </message>
    <message>
        <source>Needs by status</source>
        <translation>Duruma göre ihtiyaçlar</translation>
    </message>
    <message>
        <source>Write a de&amp;cision…</source>
        <translation>Karar ya&amp;z…</translation>
    </message>
    <message>
        <source>About the needs chosen in the list</source>
        <translation>Listede seçili ihtiyaçlar için</translation>
    </message>
    <message>
        <source>Dec&amp;isions</source>
        <translation>Ka&amp;rarlar</translation>
    </message>
    <message>
        <source>+ &amp;New decision…</source>
        <translation>+ Yeni &amp;karar…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>Yaz&amp;dır…</translation>
    </message>
    <message>
        <source>E&amp;xcel…</source>
        <translation>E&amp;xcel…</translation>
    </message>
    <message>
        <source>Decisions of this community</source>
        <translation>Bu topluluğun kararları</translation>
    </message>
    <message>
        <source>&amp;Workshops</source>
        <translation>&amp;Atölyeler</translation>
    </message>
    <message>
        <source>Workshops of this community</source>
        <translation>Bu topluluğun atölyeleri</translation>
    </message>
    <message>
        <source>Gro&amp;ups</source>
        <translation>&amp;Gruplar</translation>
    </message>
    <message>
        <source>Working groups and communities it grew out of</source>
        <translation>Çalışma grupları ve içinden çıktığı topluluklar</translation>
    </message>
    <message>
        <source>&amp;New working group…</source>
        <translation>Yeni çalışma gr&amp;ubu…</translation>
    </message>
    <message>
        <source>Pat&amp;h</source>
        <translation>&amp;Yol</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>Ge&amp;çmiş</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Ne gösterilsin</translation>
    </message>
    <message>
        <source>Everything that happened</source>
        <translation>Olan biten her şey</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Bilgiler</translation>
    </message>
    <message>
        <source>&amp;Plan a workshop…</source>
        <translation>Atölye &amp;planla…</translation>
    </message>
</context>
<context>
    <name>CommunityForm</name>
    <message>
        <source>Community</source>
        <translation>Topluluk</translation>
    </message>
    <message>
        <source>What gathers it</source>
        <translation>Bir araya getiren</translation>
    </message>
</context>
<context>
    <name>CommunitySupporters</name>
    <message>
        <source>Role of the next one</source>
        <translation>Sıradakinin rolü</translation>
    </message>
    <message>
        <source>Stakeholder: type its name</source>
        <translation>Paydaş: adını yazın</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roller</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>İl</translation>
    </message>
    <message>
        <source>Supporters</source>
        <translation>Destekçiler</translation>
    </message>
    <message>
        <source>Nobody supports this community yet. Choose a role above, then type a name.</source>
        <translation>Bu topluluğu henüz destekleyen yok. Yukarıdan rol seçin, ardından adını yazın.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong — TN Desktop</source>
        <translation>Bir şey ters gitti — TN Desktop</translation>
    </message>
    <message>
        <source>The program made a mistake</source>
        <translation>Program bir hata yaptı</translation>
    </message>
    <message>
        <source>The program ended unexpectedly</source>
        <translation>Program beklenmedik biçimde kapandı</translation>
    </message>
    <message>
        <source>Your data is safe: everything that was shown as saved is on disk. If this happens again, send the report below to the person who looks after the program; it holds no names and nothing you typed.</source>
        <translation>Verileriniz güvende: kaydedildi görünen her şey diskte. Bu yine olursa aşağıdaki raporu programla ilgilenen kişiye gönderin; içinde hiçbir ad ya da yazdığınız hiçbir şey yoktur.</translation>
    </message>
    <message>
        <source>Your data is safe: everything up to “Last saved” is on disk, and what was being written was taken back as a whole. You can go on working. If this happens again, send the report below to the person who looks after the program; it holds no names and nothing you typed.</source>
        <translation>Verileriniz güvende: “Son kayıt” saatine kadar her şey diskte; yazılmakta olan ise bütünüyle geri alındı. Çalışmaya devam edebilirsiniz. Yeniden olursa aşağıdaki raporu programla ilgilenen kişiye gönderin; içinde ne bir ad ne de yazdığınız bir şey vardır.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapor</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Raporu kopyala</translation>
    </message>
</context>
<context>
    <name>CurtainButton</name>
    <message>
        <source>Curtain</source>
        <translation>Perde modu</translation>
    </message>
    <message>
        <source>Hide groups of fewer than five while the projector shows this</source>
        <translation>Ekran yansıtılırken beş kişiden küçük grupları gizler</translation>
    </message>
</context>
<context>
    <name>DamagePage</name>
    <message>
        <source>The data file is damaged</source>
        <translation>Veri dosyası hasarlı</translation>
    </message>
    <message>
        <source>A rescue reads every page that can still be read into a new file and takes what is lost from the backup. It tells you in numbers what was read and what was lost. Whichever you choose, the damaged file is kept.</source>
        <translation>Kurtarma, hâlâ okunabilen her sayfayı yeni bir dosyaya alır, kaybolanları yedekten tamamlar; neyin okunduğunu, neyin kaybolduğunu sayıyla söyler. Hangisini seçerseniz seçin, hasarlı dosya saklanır.</translation>
    </message>
    <message>
        <source>Go back to the backup of {time}</source>
        <translation>Yedeğe dön: {time}</translation>
    </message>
    <message>
        <source>Rescue what can be read</source>
        <translation>Okunabilenleri kurtar</translation>
    </message>
    <message>
        <source>Try to open it again</source>
        <translation>Yeniden açmayı dene</translation>
    </message>
    <message>
        <source>Looking for the best backup …</source>
        <translation>En iyi yedek aranıyor …</translation>
    </message>
    <message>
        <source>There is no backup that can be opened.</source>
        <translation>Açılabilen bir yedek yok.</translation>
    </message>
    <message>
        <source>The newest sound backup was made on {time}.</source>
        <translation>En yeni sağlam yedeğin alındığı zaman: {time}.</translation>
    </message>
    <message>
        <source>The last change in it is of {time}.</source>
        <translation>İçindeki son değişiklik: {time}.</translation>
    </message>
</context>
<context>
    <name>DataSafety</name>
    <message>
        <source>The shared folder and the second place for backups were chosen on another computer or with an older version. Choose them again: in Send / Receive and in Backups.</source>
        <translation>Ortak klasör ve yedeklerin ikinci yeri başka bir bilgisayarda ya da eski bir sürümde seçilmişti. İkisini de yeniden seçin: Gönder / Al ve Yedekler bölümlerinden.</translation>
    </message>
    <message>
        <source>Going back to the backup …</source>
        <translation>Yedeğe dönülüyor …</translation>
    </message>
    <message>
        <source>The backup has taken the place of your data.</source>
        <translation>Yedek, kayıtlarınızın yerine geçti.</translation>
    </message>
    <message>
        <source>What was there before is kept in {file}.</source>
        <translation>Önceki kayıtlar şurada saklanıyor: {file}</translation>
    </message>
    <message>
        <source>The program ended unexpectedly the last time. Everything that was shown as saved is here.</source>
        <translation>Program son seferinde beklenmedik biçimde kapandı. Kaydedildi görünen her şey burada.</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Raporu göster</translation>
    </message>
    <message>
        <source>Encrypting …</source>
        <translation>Şifreleniyor …</translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation>Parola değiştirildi.</translation>
    </message>
    <message>
        <source>The stick with this notebook was pulled out. Everything that was shown as saved is on it. Plug it in again, and the notebook opens with its passphrase.</source>
        <translation>Bu defterin bulunduğu bellek çıkarıldı. Kaydedildi görünen her şey bellekte. Yeniden takın; defter parolasıyla açılır.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Durdur</translation>
    </message>
    <message>
        <source>These data are on a server and are backed up there. A copy: tn-desktop --database … backup FILE</source>
        <translation>Bu veriler bir sunucuda ve orada yedekleniyor. Kopya almak için: tn-desktop --database … backup DOSYA</translation>
    </message>
</context>
<context>
    <name>Decide</name>
    <message>
        <source>Type a need, ↓ shows all</source>
        <translation>İhtiyacı yazın, ↓ hepsini gösterir</translation>
    </message>
    <message>
        <source>Needs it is about</source>
        <translation>İlgili ihtiyaçlar</translation>
    </message>
    <message>
        <source>What did you vote on?</source>
        <translation>Neyi oyladınız?</translation>
    </message>
    <message>
        <source>What was decided?</source>
        <translation>Ne kararlaştırıldı?</translation>
    </message>
    <message>
        <source>Nothing is saved yet. Press Esc again to leave without saving.</source>
        <translation>Henüz hiçbir şey kaydedilmedi. Kaydetmeden çıkmak için yeniden Esc.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Karar</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Soru</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Tarih</translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation>S&amp;onuç</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Kabul</translation>
    </message>
    <message>
        <source>a&amp;gainst</source>
        <translation>&amp;ret</translation>
    </message>
    <message>
        <source>a&amp;bstained</source>
        <translation>ç&amp;ekimser</translation>
    </message>
    <message>
        <source>&amp;Needs</source>
        <translation>İ&amp;htiyaçlar</translation>
    </message>
    <message>
        <source>These needs are &amp;chosen by it</source>
        <translation>Bu ihtiyaçlar kararla seçi&amp;ldi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>&amp;Save the decision</source>
        <translation>Kararı kay&amp;det</translation>
    </message>
</context>
<context>
    <name>DecisionPanel</name>
    <message>
        <source>Take the row, without the value that is wrong</source>
        <translation>Satırı al, yanlış olan değeri alma</translation>
    </message>
    <message>
        <source>Leave this row out</source>
        <translation>Bu satırı alma</translation>
    </message>
    <message>
        <source>Somebody new of the same name</source>
        <translation>Aynı adda yeni bir kişi</translation>
    </message>
    <message>
        <source>A new one of the same name</source>
        <translation>Aynı adı taşıyan yeni bir kayıt</translation>
    </message>
    <message>
        <source>All in doubt: the one &amp;found</source>
        <translation>Tüm şüpheliler: &amp;bulunan kayıt</translation>
    </message>
    <message>
        <source>All in doubt: &amp;new ones</source>
        <translation>Tüm şüpheliler: &amp;yeni kayıt</translation>
    </message>
    <message>
        <source>All in doubt: the person &amp;found</source>
        <translation>Tüm şüpheliler: &amp;bulunan kişi</translation>
    </message>
    <message>
        <source>All in doubt: so&amp;mebody new</source>
        <translation>Tüm şüpheliler: &amp;yeni kişi</translation>
    </message>
    <message>
        <source>All in doubt: &amp;leave out</source>
        <translation>Tüm şüpheliler: a&amp;lma</translation>
    </message>
    <message>
        <source>Fills in: {fields}</source>
        <translation>Doldurulacak: {fields}</translation>
    </message>
    <message>
        <source>{field}: take “{given}” instead of “{stored}”</source>
        <translation>{field}: “{stored}” yerine “{given}” alınsın</translation>
    </message>
    <message>
        <source>All rows: the marks of the &amp;file</source>
        <translation>Bütün satırlar: &amp;dosyadaki işaretler</translation>
    </message>
    <message>
        <source>All rows: the &amp;stored marks</source>
        <translation>Bütün satırlar: &amp;kayıtlı işaretler</translation>
    </message>
    <message>
        <source>The person further up in this list: {about} ({evidence})</source>
        <translation>Bu listede daha yukarıdaki kişi: {about} ({evidence})</translation>
    </message>
    <message>
        <source>Already stored: {about} ({evidence})</source>
        <translation>Kayıtlı kişi: {about} ({evidence})</translation>
    </message>
</context>
<context>
    <name>DecisionsTab</name>
    <message>
        <source>No decision yet. “New decision” writes down what was asked, decided and voted.</source>
        <translation>Henüz karar yok. “Yeni karar” neyin sorulduğunu, kararlaştırıldığını ve oyları yazar.</translation>
    </message>
    <message>
        <source>Mark its need&amp;s as chosen</source>
        <translation>İhtiyaçlarını &amp;seçildi yap</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Soru</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Sonuç</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Kabul</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Ret</translation>
    </message>
    <message>
        <source>Abst.</source>
        <translation>Çekimser</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>İhtiyaç</translation>
    </message>
    <message>
        <source>Dec&amp;isions</source>
        <translation>Ka&amp;rarlar</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) marked as chosen.</source>
        <translation>
            <numerusform>%n ihtiyaç seçildi yapıldı.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Everybody is marked.</source>
        <translation>Herkes işaretlendi.</translation>
    </message>
    <message>
        <source>Nobody on the list is called that. Enter adds the name.</source>
        <translation>Listede böyle biri yok. Enter bu adı ekler.</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) from paper</source>
        <translation>
            <numerusform>Kâğıttan %n işaret girildi</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter: minutes</source>
        <translation>Enter: kaç dakika</translation>
    </message>
</context>
<context>
    <name>DocumentPreview</name>
    <message>
        <source>Sent to the printer.</source>
        <translation>Yazıcıya gönderildi.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF olarak kaydet</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Kaydedildi: {file}</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sayfalar</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;Yazdır</translation>
    </message>
    <message>
        <source>&amp;Save as PDF</source>
        <translation>&amp;PDF olarak kaydet</translation>
    </message>
    <message>
        <source>&amp;Given to</source>
        <translation>&amp;Kime verilecek</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
</context>
<context>
    <name>DraftCard</name>
    <message>
        <source>&amp;Go on with the form</source>
        <translation>Forma &amp;devam et</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopyala</translation>
    </message>
    <message>
        <source>&amp;Let it go</source>
        <translation>&amp;Vazgeç</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>What you were typing when the program ended was kept: {forms}.</source>
        <translation>Program kapandığında yazmakta olduklarınız saklandı: {forms}.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Göster</translation>
    </message>
</context>
<context>
    <name>DraftsDialog</name>
    <message>
        <source>Kept drafts — TN Desktop</source>
        <translation>Saklanan taslaklar — TN Desktop</translation>
    </message>
    <message>
        <source>What you were typing</source>
        <translation>Yazmakta olduklarınız</translation>
    </message>
    <message>
        <source>The program ended before it was saved. Nothing else is missing.</source>
        <translation>Bunlar kaydedilmeden program kapandı. Başka bir eksik yok.</translation>
    </message>
    <message>
        <source>Late&amp;r</source>
        <translation>&amp;Sonra</translation>
    </message>
</context>
<context>
    <name>DueFiles</name>
    <message>
        <source>Its time has come, and it needs its passphrase: press “Take it in now” and type it.</source>
        <translation>Zamanı geldi, ama parolası gerekiyor: “Şimdi al” düğmesine basıp parolayı yazın.</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>Looking…</source>
        <translation>Aranıyor…</translation>
    </message>
    <message>
        <source>No verdict was given yet.</source>
        <translation>Henüz hiçbir karar verilmedi.</translation>
    </message>
    <message>
        <source>Nothing looks as if it was entered twice.</source>
        <translation>İki kez girilmiş gibi görünen bir kayıt yok.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Kayıt</translation>
    </message>
    <message>
        <source>The one</source>
        <translation>Biri</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>Öteki</translation>
    </message>
    <message>
        <source>What speaks for it</source>
        <translation>Neden aynı olabilir</translation>
    </message>
    <message>
        <source>✔ the same</source>
        <translation>✔ aynı</translation>
    </message>
    <message>
        <source>✖ different</source>
        <translation>✖ farklı</translation>
    </message>
    <message>
        <source>same telephone</source>
        <translation>telefonu aynı</translation>
    </message>
    <message>
        <source>same e-mail</source>
        <translation>e-postası aynı</translation>
    </message>
    <message>
        <source>same name and institution</source>
        <translation>adı ve kurumu aynı</translation>
    </message>
    <message>
        <source>same name and province</source>
        <translation>adı ve ili aynı</translation>
    </message>
    <message>
        <source>same title and time</source>
        <translation>adı ve saati aynı</translation>
    </message>
    <message>
        <source>names {percent}% alike</source>
        <translation>adlar %{percent} benzer</translation>
    </message>
</context>
<context>
    <name>EngagementsTab</name>
    <message>
        <source>Nothing was written down yet. Type above what it was about, then → and the next step with its day.</source>
        <translation>Henüz görüşme yazılmadı. Konuyu yukarıya yazın, ardından → işaretiyle sonraki adımı ve gününü.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>What it was about</source>
        <translation>Konu</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Sonraki adım</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Son gün</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Bitti</translation>
    </message>
    <message>
        <source>&amp;Engagements</source>
        <translation>Görüşm&amp;eler</translation>
    </message>
    <message>
        <source>Space says that a next step is done. F2 edits, Del removes.</source>
        <translation>Boşluk tuşu sonraki adımı bitti yapar. F2 düzeltir, Del siler.</translation>
    </message>
    <message>
        <source>▲ Overdue since {day}: {step}</source>
        <translation>▲ Gecikti ({day}): {step}</translation>
    </message>
    <message>
        <source>Next, by {day}: {step}</source>
        <translation>Sırada ({day}): {step}</translation>
    </message>
</context>
<context>
    <name>ErasePerson</name>
    <message>
        <source>Names, contact details, memberships, consents and every row about them go for good, here and on every laptop that takes in your next file. Attendance stays as a number without a name. It cannot be undone.</source>
        <translation>Ad, iletişim bilgileri, üyelikler, rızalar ve kişiyle ilgili bütün kayıtlar, burada ve göndereceğiniz bir sonraki dosyayı alan her bilgisayarda kalıcı olarak silinir. Katılım, adsız bir sayı olarak kalır. Bu işlem geri alınamaz.</translation>
    </message>
    <message>
        <source>Own request</source>
        <translation>Kişinin başvurusu</translation>
    </message>
    <message>
        <source>Retention rule</source>
        <translation>Saklama süresi kuralı</translation>
    </message>
    <message>
        <source>No file with people&apos;s data went out since then.</source>
        <translation>O günden beri kişi verisi içeren bir dosya çıkmadı.</translation>
    </message>
    <message>
        <source>Write on whose decision; the destruction log keeps it.</source>
        <translation>Kimin kararıyla silindiğini yazın; imha kaydında yer alır.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Silindi</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) erased.</source>
        <translation>
            <numerusform>%n kişi silindi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) stay as numbers.</source>
        <translation>
            <numerusform>%n katılım sayı olarak kaldı.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting file(s) with these data were removed, ask for new ones: {names}.</source>
        <translation>
            <numerusform>Bu verileri içeren ve bekleyen %n dosya silindi, yenilerini isteyin: {names}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Have these files deleted where they went, and send your next file to the office:</source>
        <translation>Şu dosyaların gittikleri yerde silinmesini isteyin ve bir sonraki dosyanızı merkeze gönderin:</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>What</source>
        <translation>İçerik</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Dosya</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>Kime verildi</translation>
    </message>
    <message>
        <source>Erase for good: {name}</source>
        <translation>Kalıcı olarak sil: {name}</translation>
    </message>
    <message>
        <source>Erase for good — TN Desktop</source>
        <translation>Kalıcı olarak sil — TN Desktop</translation>
    </message>
    <message>
        <source>On whose &amp;decision</source>
        <translation>&amp;Kimin kararıyla</translation>
    </message>
    <message>
        <source>On whose decision</source>
        <translation>Kimin kararıyla</translation>
    </message>
    <message>
        <source>Her own request, the board … without names</source>
        <translation>Kişinin başvurusu, yönetim kurulu … ad yazmadan</translation>
    </message>
    <message>
        <source>Files to be asked back</source>
        <translation>Geri istenecek dosyalar</translation>
    </message>
    <message>
        <source>&amp;Erase for good</source>
        <translation>Kalıcı olarak &amp;sil</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Şimdi değil</translation>
    </message>
</context>
<context>
    <name>ExchangePane</name>
    <message>
        <source>Nobody has exchanged with this laptop yet. Send a workbook first.</source>
        <translation>Bu dizüstüyle henüz kimse alışveriş yapmadı. Önce bir dosya gönderin.</translation>
    </message>
    <message>
        <source>No conflicts.</source>
        <translation>Çakışma yok.</translation>
    </message>
    <message>
        <source>No workbook was taken in yet. Drop one here.</source>
        <translation>Henüz dosya alınmadı. Gelen dosyayı buraya bırakın.</translation>
    </message>
    <message>
        <source>No file waits.</source>
        <translation>Bekleyen dosya yok.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kim</translation>
    </message>
    <message>
        <source>Last received</source>
        <translation>Son alınan</translation>
    </message>
    <message>
        <source>Files that never came</source>
        <translation>Gelmeyen dosyalar</translation>
    </message>
    <message>
        <source>Has ours of</source>
        <translation>Bizden en son aldığı</translation>
    </message>
    <message>
        <source>Does not have yet</source>
        <translation>Henüz onda olmayan</translation>
    </message>
    <message>
        <source>silent since {day}</source>
        <translation>{day} gününden beri ses yok</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>her şey</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n değişiklik</numerusform>
        </translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Kayıt</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Alan</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Duran değer</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>Diğer değer</translation>
    </message>
    <message>
        <source>marked for this person alone</source>
        <translation>bu kişi tek tek işaretlenmiş</translation>
    </message>
    <message>
        <source>all marked together</source>
        <translation>herkes birden işaretlenmiş</translation>
    </message>
    <message>
        <source>you</source>
        <translation>siz</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Dosya</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Gönderen</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Sonuç</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>↺ taken back</source>
        <translation>↺ geri alındı</translation>
    </message>
    <message>
        <source>✔ taken in</source>
        <translation>✔ alındı</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Geldiği zaman</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>Neden bekliyor</translation>
    </message>
    <message>
        <source>From {time} on.</source>
        <translation>Alınacağı zaman: {time}.</translation>
    </message>
    <message>
        <source>&amp;Laptops</source>
        <translation>&amp;Dizüstüler</translation>
    </message>
    <message>
        <source>C&amp;onflicts</source>
        <translation>Çak&amp;ışmalar</translation>
    </message>
    <message>
        <source>&amp;Waiting files</source>
        <translation>&amp;Bekleyen dosyalar</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) that had waited were taken in.</source>
        <translation>
            <numerusform>Bekleyen %n dosya alındı.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was sent from this laptop yet.</source>
        <translation>Bu dizüstünden henüz bir şey gönderilmedi.</translation>
    </message>
    <message>
        <source>Last sent: {time} ({file}).</source>
        <translation>Son gönderme: {time} ({file}).</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) since then.</source>
        <translation>
            <numerusform>O zamandan beri %n değişiklik var.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was taken back.</source>
        <translation>Geri alındı.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) stay, since somebody built on them.</source>
        <translation>
            <numerusform>Üzerine yazılmış olduğu için %n kayıt kalıyor.</numerusform>
        </translation>
    </message>
    <message>
        <source>%n added</source>
        <translation>%n eklendi</translation>
    </message>
    <message>
        <source>%n changed</source>
        <translation>%n değişti</translation>
    </message>
    <message>
        <source>%n removed</source>
        <translation>%n silindi</translation>
    </message>
    <message>
        <source>%n in conflict</source>
        <translation>%n çakışma</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>yeni bir şey yok</translation>
    </message>
    <message>
        <source>Send / Receive</source>
        <translation>Gönder / Al</translation>
    </message>
    <message>
        <source>Re&amp;ceive…</source>
        <translation>&amp;Al…</translation>
    </message>
    <message>
        <source>Sen&amp;d…</source>
        <translation>&amp;Gönder…</translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation>Dizüstüler</translation>
    </message>
    <message>
        <source>Two people wrote into the same field without knowing of each other. The later value stands; nothing is lost. ← keeps it, → takes the other one, with Shift for all of the same field. Enter opens the record.</source>
        <translation>İki kişi birbirinden habersiz aynı alana yazdı. Sonra yazılan duruyor; hiçbir şey kaybolmadı. ← duranı korur, → diğerini alır, Shift ile aynı alanın hepsi için. Enter kaydı açar.</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Çakışmalar</translation>
    </message>
    <message>
        <source>← &amp;Keep</source>
        <translation>← &amp;Koru</translation>
    </message>
    <message>
        <source>→ &amp;Take the other</source>
        <translation>→ Di&amp;ğerini al</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Alınanlar</translation>
    </message>
    <message>
        <source>Take it &amp;back</source>
        <translation>G&amp;eri al</translation>
    </message>
    <message>
        <source>Waiting files</source>
        <translation>Bekleyen dosyalar</translation>
    </message>
    <message>
        <source>Put it &amp;aside</source>
        <translation>&amp;Vazgeç, sil</translation>
    </message>
    <message>
        <source>Take it in &amp;now</source>
        <translation>Şi&amp;mdi al</translation>
    </message>
    <message>
        <source>Taken &amp;in</source>
        <translation>Alı&amp;nanlar</translation>
    </message>
    <message>
        <source>D&amp;uplicates</source>
        <translation>M&amp;ükerrer kayıtlar</translation>
    </message>
    <message>
        <source>Two rows that may be one, each with what speaks for it. Nothing is thrown away: rows that are the same are shown together, and a verdict can be taken back. + says that they are the same, - that they are not; pass over what you do not know. Enter opens the first, Shift+Enter the second.</source>
        <translation>İki kez girilmiş olabilecek kayıtlar ve nedenleri. Hiçbir şey silinmez: aynı olduğunu söylediğiniz kayıtlar birlikte gösterilir; kararınızı geri alabilirsiniz. + aynı, - farklı demektir; bilmediğinizi geçin. Enter birinciyi, Shift+Enter ikinciyi açar.</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Mükerrer kayıtlar</translation>
    </message>
    <message>
        <source>Those &amp;already decided</source>
        <translation>&amp;Karar verilmiş olanlar</translation>
    </message>
    <message>
        <source>Look for t&amp;hem</source>
        <translation>Yeniden a&amp;ra</translation>
    </message>
    <message>
        <source>Take the &amp;verdict back</source>
        <translation>Kararı geri a&amp;l</translation>
    </message>
    <message>
        <source>- Diffe&amp;rent</source>
        <translation>- &amp;Farklı</translation>
    </message>
    <message>
        <source>+ The sa&amp;me</source>
        <translation>+ A&amp;ynı</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>The first day comes after the last one. Turn them round.</source>
        <translation>İlk gün son günden sonra. Yerlerini değiştirin.</translation>
    </message>
    <message>
        <source>Attendance: this session</source>
        <translation>Katılım: bu oturum</translation>
    </message>
    <message>
        <source>Attendance: this workshop</source>
        <translation>Katılım: bu atölye</translation>
    </message>
    <message>
        <source>Attendance: sessions of some days</source>
        <translation>Katılım: belirli günlerin oturumları</translation>
    </message>
    <message>
        <source>Attendance: session {number}, {day}</source>
        <translation>Katılım: {number}. oturum, {day}</translation>
    </message>
    <message>
        <source>Attendance: {workshop}, all sessions</source>
        <translation>Katılım: {workshop}, bütün oturumlar</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) will be in the file, with phone and e-mail.</source>
        <translation>
            <numerusform>Dosyada %n kişi telefon ve e-postasıyla yer alacak.</numerusform>
        </translation>
    </message>
    <message>
        <source>List: {name}</source>
        <translation>Liste: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) will be in the file, without phone and e-mail.</source>
        <translation>
            <numerusform>Dosyada %n kişi olacak; telefon ve e-posta olmayacak.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) will be in the file, with phone and e-mail and who agreed to it.</source>
        <translation>
            <numerusform>Dosyada %n kişi, telefon ve e-postalarıyla ve rıza durumlarıyla olacak.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stakeholder(s) will be in the file, with phone and e-mail.</source>
        <translation>
            <numerusform>Dosyada %n paydaş telefon ve e-postasıyla yer alacak.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stakeholder(s) will be in the file, without phone and e-mail.</source>
        <translation>
            <numerusform>Dosyada %n paydaş olacak; telefon ve e-posta olmayacak.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) will be in the file.</source>
        <translation>
            <numerusform>Dosyada %n satır olacak.</numerusform>
        </translation>
    </message>
    <message>
        <source>Groups of fewer than five are left out, so that nobody can be recognised.</source>
        <translation>Kimse tanınmasın diye beş kişiden küçük gruplar dosyaya yazılmaz.</translation>
    </message>
    <message>
        <source>Nobody is on the lists of these sessions.</source>
        <translation>Bu oturumların listelerinde kimse yok.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) will be named in the file, without phone and e-mail.</source>
        <translation>
            <numerusform>Dosyada %n kişinin adı yer alacak, telefon ve e-posta olmayacak.</numerusform>
        </translation>
    </message>
    <message>
        <source>It names nobody.</source>
        <translation>İçinde kimsenin adı yok.</translation>
    </message>
    <message numerus="yes">
        <source>It holds data of %n person(s).</source>
        <translation>
            <numerusform>İçinde %n kişinin verisi var.</numerusform>
        </translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel çalışma kitabı (*.xlsx)</translation>
    </message>
    <message>
        <source>OpenDocument spreadsheet (*.ods)</source>
        <translation>OpenDocument hesap tablosu (*.ods)</translation>
    </message>
    <message>
        <source>CSV text (*.csv)</source>
        <translation>CSV metni (*.csv)</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Nereye aktarılsın</translation>
    </message>
    <message>
        <source>Attendance {days}</source>
        <translation>Katılım {days}</translation>
    </message>
    <message>
        <source>Attendance {workshop}</source>
        <translation>Katılım {workshop}</translation>
    </message>
    <message numerus="yes">
        <source>Written: {file} (%n row(s))</source>
        <translation>
            <numerusform>Yazıldı: {file} (%n satır)</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>Durduruldu. Dosya yazılmadı.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Durdur</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>Excel’e aktar</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Neyi</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>Neyin aktarılacağı</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>&amp;Günler</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>İlk gün</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Son gün</translation>
    </message>
    <message>
        <source>Include &amp;phone and e-mail</source>
        <translation>&amp;Telefon ve e-posta da olsun</translation>
    </message>
    <message>
        <source>Include groups of &amp;fewer than five: for inside use only</source>
        <translation>&amp;Beş kişiden küçük grupları da yaz: yalnızca iç kullanım için</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>&amp;Sütunlar</translation>
    </message>
    <message>
        <source>&amp;Given to</source>
        <translation>&amp;Kime verilecek</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Aktarmanın ilerleyişi</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Aç</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>&amp;Klasörde göster</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Aktar…</translation>
    </message>
    <message>
        <source>List: {name} of this community</source>
        <translation>Liste: bu topluluk, {name}</translation>
    </message>
</context>
<context>
    <name>ExportWords</name>
    <message>
        <source>Sign-in sheet</source>
        <translation>İmza listesi</translation>
    </message>
    <message>
        <source>Consent slip</source>
        <translation>Rıza formu</translation>
    </message>
    <message>
        <source>Workbook for the exchange</source>
        <translation>Eşitleme dosyası</translation>
    </message>
    <message>
        <source>Everything about one person</source>
        <translation>Bir kişinin bütün verileri</translation>
    </message>
    <message>
        <source>Reminder for those who did not come</source>
        <translation>Gelmeyenlere hatırlatma</translation>
    </message>
    <message>
        <source>Rows that an import left out</source>
        <translation>İçe aktarmada atlanan satırlar</translation>
    </message>
    <message>
        <source>Card of an engagement tool</source>
        <translation>Etkileşim aracı kartı</translation>
    </message>
    <message>
        <source>Destruction log</source>
        <translation>İmha kaydı</translation>
    </message>
    <message>
        <source>File of an output</source>
        <translation>Çıktı dosyası</translation>
    </message>
    <message>
        <source>Copy of all data</source>
        <translation>Bütün verilerin kopyası</translation>
    </message>
    <message>
        <source>Notebook on a stick</source>
        <translation>Bellekteki defter</translation>
    </message>
    <message>
        <source>Impact report</source>
        <translation>Etki raporu</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>kâğıda</translation>
    </message>
    <message>
        <source>on the clipboard</source>
        <translation>panoya</translation>
    </message>
    <message>
        <source>the session itself</source>
        <translation>oturumun kendisi</translation>
    </message>
</context>
<context>
    <name>FeedbackBars</name>
    <message>
        <source>Means</source>
        <translation>Ortalamalar</translation>
    </message>
</context>
<context>
    <name>FeedbackEntry</name>
    <message>
        <source>{question}, 1 to 5</source>
        <translation>{question}, 1–5</translation>
    </message>
    <message>
        <source>A sentence from the form, if there is one. Enter saves.</source>
        <translation>Formda yazan bir cümle varsa buraya. Enter kaydeder.</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Alıntı</translation>
    </message>
    <message>
        <source>mean {mean}</source>
        <translation>ort. {mean}</translation>
    </message>
</context>
<context>
    <name>FeedbackTab</name>
    <message>
        <source>Session</source>
        <translation>Oturum</translation>
    </message>
    <message>
        <source>Import a form&apos;s answers…</source>
        <translation>Form yanıtlarını içe aktar…</translation>
    </message>
    <message>
        <source>&amp;Feedback</source>
        <translation>G&amp;eri bildirim</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Söylenenler</translation>
    </message>
    <message>
        <source>No sentence was written down yet.</source>
        <translation>Henüz yazılmış bir cümle yok.</translation>
    </message>
    <message numerus="yes">
        <source>All sessions: %n form(s)</source>
        <translation>
            <numerusform>Bütün oturumlar: %n form</numerusform>
        </translation>
    </message>
    <message>
        <source>All sessions</source>
        <translation>Bütün oturumlar</translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>{number}. oturum</translation>
    </message>
    <message numerus="yes">
        <source>%n form(s)</source>
        <translation>
            <numerusform>%n form</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few forms to be shown to a room, or others would give them away. Open the curtain.</source>
        <translation>Salona gösterilemeyecek kadar az form var ya da bunlar gösterilirse azınlıkta kalanlar anlaşılır. Görmek için perdeyi açın.</translation>
    </message>
    <message>
        <source>Means are shown from {least} forms on, so that nobody&apos;s own answers can be told.</source>
        <translation>Kimsenin yanıtı anlaşılmasın diye ortalama için en az {least} form gerekir.</translation>
    </message>
    <message>
        <source>Digits 1–5 go through the questions, 0 leaves one out, Enter saves.</source>
        <translation>1–5 rakamları sorularda ilerler, 0 boş geçer, Enter kaydeder.</translation>
    </message>
    <message>
        <source>Choose a session above to enter its forms.</source>
        <translation>Form girmek için yukarıdan bir oturum seçin.</translation>
    </message>
    <message>
        <source>Forms belong to nobody: neither a name nor the time of entry is shown.</source>
        <translation>Formlar kimseyle ilişkilendirilmez; ne ad ne de giriş saati gösterilir.</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>Words parted by commas</source>
        <translation>Virgülle ayrılmış sözcükler</translation>
    </message>
    <message>
        <source>14.03.2026</source>
        <translation>14.03.2026</translation>
    </message>
    <message>
        <source>14.03.2026 13:00</source>
        <translation>14.03.2026 13:00</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>Count &amp;today’s figures</source>
        <translation>Bugünün &amp;sayılarını kaydet</translation>
    </message>
    <message>
        <source>No figure yet. The program counts what it can: people reached, sessions, provinces, communities …</source>
        <translation>Henüz gösterge yok. Program sayabildiklerini sayar: ulaşılan kişiler, oturumlar, iller, topluluklar …</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>Temel göstergeler</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Sayılıyor …</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>Choose the list</source>
        <translation>Listeyi seçin</translation>
    </message>
    <message>
        <source>Spreadsheets and lists ({patterns});;All files (*)</source>
        <translation>Tablolar ve listeler ({patterns});;Tüm dosyalar (*)</translation>
    </message>
    <message>
        <source>Pasted list</source>
        <translation>Yapıştırılan liste</translation>
    </message>
    <message>
        <source>No list was found in “{file}”: nothing in it looks like rows of people.</source>
        <translation>“{file}” içinde liste bulunamadı: kişi satırlarına benzeyen bir şey yok.</translation>
    </message>
    <message>
        <source>all {n} tables together · {rows} rows</source>
        <translation>{n} tablonun tümü · {rows} satır</translation>
    </message>
    <message>
        <source>No list was found in “{file}”: its first rows have no headings that are known here.</source>
        <translation>“{file}” dosyasında liste bulunamadı: ilk satırlarında bilinen bir başlık yok.</translation>
    </message>
    <message>
        <source>No list was found in “{file}”: it needs a row of headings with “{needed}”.</source>
        <translation>“{file}” dosyasında liste bulunamadı: içinde “{needed}” olan bir başlık satırı gerekiyor.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n satır</numerusform>
        </translation>
    </message>
    <message>
        <source>No column holds names yet. Choose in “Means” which one does.</source>
        <translation>Henüz hiçbir sütun ad olarak seçilmedi. Adların hangi sütunda olduğunu “Anlamı” altında seçin.</translation>
    </message>
    <message>
        <source>No column holds this yet: {names}. Choose in “Means” which one does.</source>
        <translation>Hiçbir sütun şunu göstermiyor: {names}. “Anlamı” sütunundan hangisi olduğunu seçin.</translation>
    </message>
    <message>
        <source>people</source>
        <translation>kişiler</translation>
    </message>
    <message>
        <source>attendance, one column for each session</source>
        <translation>yoklama, her oturum bir sütun</translation>
    </message>
    <message>
        <source>attendance, one row for each person and session</source>
        <translation>yoklama, her kişi ve oturum bir satır</translation>
    </message>
    <message>
        <source>stakeholders</source>
        <translation>paydaşlar</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Welcome — TN Desktop</source>
        <translation>Hoş geldiniz — TN Desktop</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Hoş geldiniz</translation>
    </message>
    <message>
        <source>This notebook stays on this computer; nothing is sent anywhere by itself. Three answers, and it is yours.</source>
        <translation>Bu defter yalnızca bu bilgisayarda durur; kendiliğinden hiçbir yere bir şey gönderilmez. Birkaç soruyu yanıtlayın, defter sizin olsun.</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Adınız ve &amp;soyadınız</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Adınız ve soyadınız</translation>
    </message>
    <message>
        <source>Your &amp;province</source>
        <translation>&amp;İliniz</translation>
    </message>
    <message>
        <source>Your province</source>
        <translation>İliniz</translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation>&amp;Kurum</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Kuruluş</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Dil</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Dil</translation>
    </message>
    <message>
        <source>Also open a second notebook with made-up data to look around in</source>
        <translation>Gezinmek için uydurma verilerle dolu ikinci bir defter de açılsın</translation>
    </message>
    <message>
        <source>It lies in a folder of its own and can be removed in the settings. Yours stays empty.</source>
        <translation>Kendi klasöründe durur, Ayarlar&apos;dan silinebilir. Sizinki boş kalır.</translation>
    </message>
    <message>
        <source>Passphrase (recommended): who finds the laptop can read nothing</source>
        <translation>Parolayla koru (önerilir): dizüstünü bulan hiçbir şey okuyamaz</translation>
    </message>
    <message>
        <source>Open a notebook from a stick…</source>
        <translation>Bellekteki defteri aç…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Daha sonra</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Başla</translation>
    </message>
    <message>
        <source>Who works here now?</source>
        <translation>Şimdi burada kim çalışıyor?</translation>
    </message>
    <message>
        <source>The name of whoever worked with this notebook was erased. Its records stay; sheets and workbooks that leave carry your name from now on.</source>
        <translation>Bu defterle çalışan kişinin adı silindi. Kayıtları duruyor; bundan sonra çıkan belgeler ve çalışma kitapları sizin adınızı taşır.</translation>
    </message>
    <message>
        <source>Making up people and workshops: {percent}%</source>
        <translation>Kişiler ve atölyeler uyduruluyor: %{percent}</translation>
    </message>
    <message>
        <source>Without a passphrase, whoever has the laptop can read every name and number in it. It can be added later in the settings.</source>
        <translation>Parola olmadan, dizüstünü eline geçiren herkes içindeki bütün adları ve numaraları okuyabilir. Parola sonradan Ayarlar&apos;dan eklenebilir.</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message>
        <source>In step with a &amp;folder</source>
        <translation>Ortak &amp;klasörle eşle</translation>
    </message>
    <message>
        <source>A folder that Syncthing, Nextcloud, OneDrive or a server keeps the same for all of you</source>
        <translation>Syncthing, Nextcloud, OneDrive veya bir sunucunun hepiniz için aynı tuttuğu klasör</translation>
    </message>
    <message>
        <source>The shared folder</source>
        <translation>Ortak klasör</translation>
    </message>
    <message>
        <source>No folder was chosen</source>
        <translation>Klasör seçilmedi</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Seç…</translation>
    </message>
    <message>
        <source>Choose the shared folder</source>
        <translation>Ortak klasörü seçin</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Parola</translation>
    </message>
    <message>
        <source>Passphrase of the workbooks in the shared folder</source>
        <translation>Ortak klasördeki çalışma kitaplarının parolası</translation>
    </message>
    <message>
        <source>The same for everybody at this folder; empty for none</source>
        <translation>Bu klasörü kullanan herkes için aynı; parolasız için boş bırakın</translation>
    </message>
    <message>
        <source>Choose a folder that all of you share: what is new then travels by itself, as workbooks.</source>
        <translation>Hepinizin paylaştığı bir klasör seçin: yenilikler çalışma kitaplarıyla kendiliğinden gidip gelir.</translation>
    </message>
    <message>
        <source>Looking into the folder …</source>
        <translation>Klasöre bakılıyor …</translation>
    </message>
    <message>
        <source>Last looked: {time}</source>
        <translation>Son bakış: {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not all there yet</source>
        <translation>
            <numerusform>%n dosyanın tamamı henüz gelmedi</numerusform>
        </translation>
    </message>
    <message>
        <source>This notebook lies in a folder that {tool} keeps, which can damage it while it is open. Move it elsewhere, and choose a shared folder of workbooks instead.</source>
        <translation>Bu defter, bir eşitleme programının ({tool}) tuttuğu klasörde duruyor; açıkken zarar görebilir. Onu başka bir yere taşıyın, bunun yerine çalışma kitapları için ortak bir klasör seçin.</translation>
    </message>
</context>
<context>
    <name>FolderWatch</name>
    <message numerus="yes">
        <source>Shared folder: %n file(s) of outputs came.</source>
        <translation>
            <numerusform>Ortak klasör: %n çıktı dosyası geldi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Shared folder:</source>
        <translation>Ortak klasör:</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n yeni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n değişti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n silindi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in conflict</source>
        <translation>
            <numerusform>%n çakışma</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for you</source>
        <translation>
            <numerusform>%n dosya sizi bekliyor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n reddedildi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n dosya</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormatChoice</name>
    <message>
        <source>no format</source>
        <translation>biçim yok</translation>
    </message>
</context>
<context>
    <name>GlobalSearch</name>
    <message>
        <source>People</source>
        <translation>Kişiler</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation>Topluluklar</translation>
    </message>
    <message>
        <source>Workshops</source>
        <translation>Atölyeler</translation>
    </message>
    <message>
        <source>Stakeholders</source>
        <translation>Paydaşlar</translation>
    </message>
    <message>
        <source>Search people, communities, workshops, solutions, outputs …</source>
        <translation>Kişi, topluluk, atölye, çözüm, çıktı … arayın</translation>
    </message>
    <message>
        <source>Finds people, communities, needs, decisions, workshops, solutions, outputs, stakeholders, tools, quotations and surveys by the beginnings of their words.</source>
        <translation>Kişileri, toplulukları, ihtiyaçları, kararları, atölyeleri, çözümleri, çıktıları, paydaşları, araçları, alıntıları ve anketleri sözcüklerinin baş harflerinden bulur.</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Arama sonuçları</translation>
    </message>
    <message>
        <source>Surveys of the whole network</source>
        <translation>Bütün ağın anketleri</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>Uyan bir kayıt yok.</translation>
    </message>
    <message>
        <source>Engagement tools</source>
        <translation>Etkileşim araçları</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>İhtiyaçlar</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Kararlar</translation>
    </message>
    <message>
        <source>Solutions</source>
        <translation>Çözümler</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Çıktılar</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>Alıntılar</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>Anketler</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>cancelled</source>
        <translation>iptal</translation>
    </message>
</context>
<context>
    <name>GridTab</name>
    <message>
        <source>Nobody is on the list yet, and nobody was marked.</source>
        <translation>Listede henüz kimse yok, yoklama da alınmadı.</translation>
    </message>
    <message>
        <source>Enter marks in the grid</source>
        <translation>Enter: çizelgede işaretle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Geldi</translation>
    </message>
</context>
<context>
    <name>GroupingBar</name>
    <message>
        <source>One name for all of them</source>
        <translation>Hepsi için tek bir ad</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Grubun adı</translation>
    </message>
    <message>
        <source>&amp;Group them</source>
        <translation>&amp;Grupla</translation>
    </message>
    <message>
        <source>Status of all of them</source>
        <translation>Hepsinin durumu</translation>
    </message>
    <message>
        <source>Status…</source>
        <translation>Durum…</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) chosen</source>
        <translation>
            <numerusform>%n ihtiyaç seçildi</numerusform>
        </translation>
    </message>
    <message>
        <source>Some of the chosen needs are not read yet. Scroll over them, then try again.</source>
        <translation>Seçtiğiniz ihtiyaçların bir kısmı henüz okunmadı. Üzerlerinden kaydırıp yeniden deneyin.</translation>
    </message>
</context>
<context>
    <name>GroupsTab</name>
    <message>
        <source>How</source>
        <translation>Nasıl</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Üye</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>İl</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>No working group yet. “New working group” makes one with some of the members.</source>
        <translation>Henüz çalışma grubu yok. “Yeni çalışma grubu” üyelerin bir kısmıyla bir grup kurar.</translation>
    </message>
    <message>
        <source>Gro&amp;ups</source>
        <translation>&amp;Gruplar</translation>
    </message>
    <message>
        <source>↳ grew out of this one</source>
        <translation>↳ bunun içinden çıktı</translation>
    </message>
    <message>
        <source>↰ this one grew out of it</source>
        <translation>↰ bu, onun içinden çıktı</translation>
    </message>
</context>
<context>
    <name>HelpViewer</name>
    <message>
        <source>Help — TN Desktop</source>
        <translation>Yardım — TN Desktop</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Yardım</translation>
    </message>
</context>
<context>
    <name>ImportColumnsModel</name>
    <message>
        <source>Column in the file</source>
        <translation>Dosyadaki sütun</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Anlamı</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Örnek</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Neden</translation>
    </message>
    <message>
        <source>{heading} means {meaning}</source>
        <translation>{heading}: {meaning}</translation>
    </message>
    <message>
        <source>(column {letter}, no heading)</source>
        <translation>({letter} sütunu, başlıksız)</translation>
    </message>
    <message>
        <source>— leave out —</source>
        <translation>— alma —</translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>Import a list</source>
        <translation>Liste al</translation>
    </message>
    <message>
        <source>Drop a spreadsheet on the window, choose a file, or copy a list in Excel or WhatsApp and paste it here.</source>
        <translation>Bir tabloyu pencereye bırakın, dosya seçin ya da Excel’de veya WhatsApp’ta kopyaladığınız listeyi buraya yapıştırın.</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>&amp;Dosya seç…</translation>
    </message>
    <message>
        <source>&amp;Paste (Ctrl+V)</source>
        <translation>&amp;Yapıştır (Ctrl+V)</translation>
    </message>
    <message>
        <source>Pass&amp;word of the file:</source>
        <translation>Dosyanın &amp;parolası:</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>Dosyanın parolası</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Aç</translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation>Dosya okunuyor …</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Dosya okunuyor</translation>
    </message>
    <message>
        <source>&amp;Table:</source>
        <translation>&amp;Tablo:</translation>
    </message>
    <message>
        <source>Table in the file</source>
        <translation>Dosyadaki tablo</translation>
    </message>
    <message>
        <source>This is a list &amp;of:</source>
        <translation>Liste t&amp;ürü:</translation>
    </message>
    <message>
        <source>What the table lists</source>
        <translation>Tablonun neyi listelediği</translation>
    </message>
    <message>
        <source>Add them &amp;to:</source>
        <translation>&amp;Eklenecek yer:</translation>
    </message>
    <message>
        <source>Where the people are added to</source>
        <translation>Kişilerin ekleneceği yer</translation>
    </message>
    <message>
        <source>Each line is a column of the file. Correct what is wrong; it is remembered for the next file like this.</source>
        <translation>Her satır dosyanın bir sütunudur. Yanlış olanı düzeltin; bir sonraki benzer dosya için hatırlanır.</translation>
    </message>
    <message>
        <source>Columns of the file and what they mean</source>
        <translation>Dosyanın sütunları ve anlamları</translation>
    </message>
    <message>
        <source>&amp;Family name is written first</source>
        <translation>Önce &amp;soyadı yazılmış</translation>
    </message>
    <message>
        <source>Rows of the file and what becomes of them</source>
        <translation>Dosyanın satırları ve ne olacakları</translation>
    </message>
    <message>
        <source>Rows that were left out, with the reason:</source>
        <translation>Alınmayan satırlar ve nedenleri:</translation>
    </message>
    <message>
        <source>Rows that were left out</source>
        <translation>Alınmayan satırlar</translation>
    </message>
    <message>
        <source>&amp;Copy these rows</source>
        <translation>Bu satırları &amp;kopyala</translation>
    </message>
    <message>
        <source>&amp;Undo the import</source>
        <translation>Almayı &amp;geri al</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>İlerleme</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Geri</translation>
    </message>
    <message>
        <source>1 of 3 · What is in the list</source>
        <translation>1 / 3 · Listede ne var</translation>
    </message>
    <message>
        <source>2 of 3 · Who is who</source>
        <translation>2 / 3 · Kim kim</translation>
    </message>
    <message>
        <source>3 of 3 · Done</source>
        <translation>3 / 3 · Bitti</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>İ&amp;leri</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Al</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Imported attendance</source>
        <translation>Alınan yoklama</translation>
    </message>
    <message>
        <source>a new workshop: {title}</source>
        <translation>yeni atölye: {title}</translation>
    </message>
    <message>
        <source>the list of stakeholders</source>
        <translation>paydaş listesi</translation>
    </message>
    <message>
        <source>the list of this name</source>
        <translation>bu adlı liste</translation>
    </message>
    <message>
        <source>the list of people only</source>
        <translation>yalnızca kişi listesi</translation>
    </message>
    <message>
        <source>community: {name}</source>
        <translation>topluluk: {name}</translation>
    </message>
    <message>
        <source>workshop: {name}</source>
        <translation>atölye: {name}</translation>
    </message>
    <message>
        <source>the session you came from</source>
        <translation>geldiğiniz oturum</translation>
    </message>
    <message>
        <source>2 of 3 · What becomes of each row</source>
        <translation>2 / 3 · Her satır ne olacak</translation>
    </message>
    <message>
        <source>the workshops that the list names</source>
        <translation>listede adı geçen atölyeler</translation>
    </message>
    <message>
        <source>The list was imported.</source>
        <translation>Liste alındı.</translation>
    </message>
    <message>
        <source>There was nothing new to import.</source>
        <translation>Alınacak yeni bir şey yoktu.</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n eklendi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n güncellendi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already</source>
        <translation>
            <numerusform>%n zaten vardı</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ and stay as they are stored</source>
        <translation>
            <numerusform>%n farklı, kayıtlı haliyle kaldı</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) made</source>
        <translation>
            <numerusform>%n oturum oluşturuldu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) written</source>
        <translation>
            <numerusform>%n yoklama işareti yazıldı</numerusform>
        </translation>
    </message>
    <message>
        <source>The import was taken back.</source>
        <translation>Alınan liste geri alındı.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Durduruldu. Hiçbir şey değişmedi.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Satır</translation>
    </message>
    <message>
        <source>Why it was left out</source>
        <translation>Neden alınmadı</translation>
    </message>
    <message numerus="yes">
        <source>%n on the waiting list</source>
        <translation>
            <numerusform>%n kişi bekleme listesinde</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>There is no list on the clipboard. Copy the rows in Excel or WhatsApp first.</source>
        <translation>Panoda liste yok. Önce Excel&apos;de ya da WhatsApp&apos;ta satırları kopyalayın.</translation>
    </message>
</context>
<context>
    <name>KeyboardDialog</name>
    <message>
        <source>At the keyboard — TN Desktop</source>
        <translation>Klavye başında — TN Desktop</translation>
    </message>
    <message>
        <source>Who is at the keyboard?</source>
        <translation>Klavyenin başında kim var?</translation>
    </message>
    <message>
        <source>Each mark keeps who made it, so that questions find the right person.</source>
        <translation>Her işaret kimin yaptığını saklar; sorular doğru kişiye gider.</translation>
    </message>
    <message>
        <source>People who use this notebook</source>
        <translation>Bu defteri kullananlar</translation>
    </message>
    <message>
        <source>Somebody else: name and surname</source>
        <translation>Başka biri: ad ve soyad</translation>
    </message>
    <message>
        <source>Name of somebody else</source>
        <translation>Başka birinin adı</translation>
    </message>
    <message>
        <source>&amp;It is me</source>
        <translation>&amp;Benim</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Şimdi değil</translation>
    </message>
</context>
<context>
    <name>LeadingFigures</name>
    <message>
        <source>of the workshops were led by teachers</source>
        <translation>öğretmenlerin yürüttüğü atölyelerin payı</translation>
    </message>
    <message>
        <source>people went from participant to leader</source>
        <translation>kişi katılımcıyken yürütücü oldu</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Dönem</translation>
    </message>
    <message>
        <source>All provinces</source>
        <translation>Bütün iller</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>İl</translation>
    </message>
    <message>
        <source>Who became a leader</source>
        <translation>Yürütücü olanlar</translation>
    </message>
    <message>
        <source>Nobody in this period. Who led or facilitated is said on each workshop&apos;s page.</source>
        <translation>Bu dönemde kimse yok. Kimin yürüttüğü ya da kolaylaştırdığı her atölyenin kendi sayfasına yazılır.</translation>
    </message>
    <message>
        <source>A leader here is whoever led or facilitated for the first time, having attended at least one session before. Cancelled sessions do not count.</source>
        <translation>Burada yürütücü olan: daha önce en az bir oturuma katılmış olup ilk kez atölye yürüten ya da kolaylaştıran kişi. İptal edilen oturumlar sayılmaz.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>First attended</source>
        <translation>İlk katılım</translation>
    </message>
    <message>
        <source>First led</source>
        <translation>İlk yürüttüğü</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Atölye</translation>
    </message>
    <message>
        <source>This school year</source>
        <translation>Bu öğretim yılı</translation>
    </message>
    <message>
        <source>Last school year</source>
        <translation>Geçen öğretim yılı</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Bu yıl</translation>
    </message>
    <message>
        <source>Since the beginning</source>
        <translation>Başından beri</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>%{number}</translation>
    </message>
    <message numerus="yes">
        <source>of %n who led for the first time</source>
        <translation>
            <numerusform>ilk kez yürüten %n kişiden</numerusform>
        </translation>
    </message>
    <message>
        <source>{led} of {said} workshops</source>
        <translation>{said} atölyenin {led} tanesi</translation>
    </message>
    <message numerus="yes">
        <source>of %n it is not said</source>
        <translation>
            <numerusform>%n atölyede yazılmamış</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LettersBox</name>
    <message>
        <source>Letters that narrow the list</source>
        <translation>Listeyi daraltan harfler</translation>
    </message>
    <message>
        <source>Letters of the name</source>
        <translation>Adın harflerini yazın</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Nothing matches this search.</source>
        <translation>Bu aramaya uyan kayıt yok.</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Aramayı ve filtreleri temizle</translation>
    </message>
    <message>
        <source>Rows: {count}</source>
        <translation>Satır: {count}</translation>
    </message>
    <message>
        <source>This record was removed in the meantime.</source>
        <translation>Bu kayıt bu arada silindi.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Bugün</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation>Topluluklar</translation>
    </message>
    <message>
        <source>Workshops</source>
        <translation>Atölyeler</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Kişiler</translation>
    </message>
    <message>
        <source>Stakeholders</source>
        <translation>Paydaşlar</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Yoklama</translation>
    </message>
    <message>
        <source>{name} · data to try out</source>
        <translation>{name} · deneme verileri</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>Geri alındı: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) changed since then stay</source>
        <translation>
            <numerusform>sonradan değişen %n değer olduğu gibi kaldı</numerusform>
        </translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Yeniden yapıldı: {what}</translation>
    </message>
    <message>
        <source>Menu (Ctrl+M)</source>
        <translation>Menü (Ctrl+M)</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>Programın bölümleri</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ayarlar</translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation>Ayarlar (Ctrl+,)</translation>
    </message>
    <message>
        <source>Engagement tools</source>
        <translation>Etkileşim araçları</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>İhtiyaçlar</translation>
    </message>
    <message>
        <source>Solutions</source>
        <translation>Çözümler</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Kurum</translation>
    </message>
    <message>
        <source>Quotations, surveys</source>
        <translation>Alıntılar, anketler</translation>
    </message>
    <message>
        <source>Send / Receive</source>
        <translation>Gönder / Al</translation>
    </message>
</context>
<context>
    <name>MarkChoices</name>
    <message>
        <source>“{mark}” means</source>
        <translation>“{mark}” işareti:</translation>
    </message>
    <message>
        <source>— not known: leave unmarked —</source>
        <translation>— belli değil: işaretsiz kalsın —</translation>
    </message>
</context>
<context>
    <name>MarksModel</name>
    <message>
        <source>{mark}, on the other list: {other}</source>
        <translation>{mark}, öteki listede: {other}</translation>
    </message>
    <message>
        <source>{mark}, being saved</source>
        <translation>{mark}, kaydediliyor</translation>
    </message>
</context>
<context>
    <name>MeaningDelegate</name>
    <message>
        <source>Meaning of the column</source>
        <translation>Sütunun anlamı</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
</context>
<context>
    <name>MinutesDelegate</name>
    <message>
        <source>minutes late</source>
        <translation>kaç dakika?</translation>
    </message>
    <message>
        <source>Minutes late</source>
        <translation>Kaç dakika geç kaldı</translation>
    </message>
</context>
<context>
    <name>NamesakeButtons</name>
    <message>
        <source>Open {name}</source>
        <translation>Aç: {name}</translation>
    </message>
</context>
<context>
    <name>NeedBoard</name>
    <message>
        <source>Of one community: type its name</source>
        <translation>Tek bir topluluk için adını yazın</translation>
    </message>
    <message>
        <source>Search title, theme, group</source>
        <translation>Başlık, tema, grup arayın</translation>
    </message>
    <message>
        <source>← → another column · Shift with ← or → moves a card, so does the mouse · Enter opens · Esc leaves</source>
        <translation>← → sütun değiştirir · Shift ile ← ya da → kartı taşır, fare de taşır · Enter açar · Esc çıkar</translation>
    </message>
    <message>
        <source>Nothing matches this search. Esc clears it.</source>
        <translation>Bu aramaya uyan ihtiyaç yok. Esc aramayı temizler.</translation>
    </message>
    <message>
        <source>No need yet. Ctrl+N writes the first one down; then its card stands here.</source>
        <translation>Henüz ihtiyaç yok. Ctrl+N ilkini yazar; kartı sonra burada durur.</translation>
    </message>
</context>
<context>
    <name>NeedCount</name>
    <message>
        <source>Votes</source>
        <translation>Oy</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>İhtiyaç</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>Noktalar</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Needs to count votes of</source>
        <translation>Oyları sayılan ihtiyaçlar</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Bitti</translation>
    </message>
    <message>
        <source>Letters go to a need · 1 or Enter adds a dot · 0 or Del takes one back · Ctrl+Z · Esc leaves</source>
        <translation>Harfler ihtiyaca götürür · 1 ya da Enter nokta ekler · 0 ya da Del birini geri alır · Ctrl+Z · Esc çıkar</translation>
    </message>
    <message>
        <source>Type the community above whose votes you count.</source>
        <translation>Oylarını sayacağınız topluluğu yukarıya yazın.</translation>
    </message>
    <message>
        <source>No open need yet. Write the first one below; then each dot on it is one key.</source>
        <translation>Henüz açık bir ihtiyaç yok. İlkini aşağıya yazın; sonra her nokta tek bir tuş.</translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n oy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NeedDetail</name>
    <message>
        <source>Decision</source>
        <translation>Karar</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Atölye</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>Çözüm</translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation>Görüşme</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Nothing yet. Plan a workshop that takes it up, or design a solution.</source>
        <translation>Henüz bir şey yok. Onu ele alan bir atölye planlayın ya da bir çözüm tasarlayın.</translation>
    </message>
    <message>
        <source>New need</source>
        <translation>Yeni ihtiyaç</translation>
    </message>
    <message>
        <source>What came of &amp;it</source>
        <translation>Ne çı&amp;ktı</translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n oy</numerusform>
        </translation>
    </message>
    <message>
        <source>+1 &amp;vote</source>
        <translation>+1 o&amp;y</translation>
    </message>
    <message>
        <source>One more dot</source>
        <translation>Bir nokta daha</translation>
    </message>
    <message>
        <source>Take one dot back</source>
        <translation>Bir noktayı geri al</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Bilgiler</translation>
    </message>
    <message>
        <source>What came of this need</source>
        <translation>Bu ihtiyaçtan ne çıktı</translation>
    </message>
    <message>
        <source>&amp;Plan a workshop…</source>
        <translation>Atölye &amp;planla…</translation>
    </message>
    <message>
        <source>A workshop that takes up this need</source>
        <translation>Bu ihtiyacı ele alan bir atölye</translation>
    </message>
    <message>
        <source>Design a &amp;solution</source>
        <translation>Çözüm &amp;tasarla</translation>
    </message>
    <message>
        <source>A solution that answers this need</source>
        <translation>Bu ihtiyacı karşılayan bir çözüm</translation>
    </message>
    <message>
        <source>Choose a need on the left to see where it comes from and what came of it. Ctrl+N adds a new one.</source>
        <translation>Nereden geldiğini ve ondan ne çıktığını görmek için soldan bir ihtiyaç seçin. Ctrl+N yenisini ekler.</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s)</source>
        <translation>
            <numerusform>%n ihtiyaç</numerusform>
        </translation>
    </message>
    <message>
        <source>Group “{name}”: {needs}, {votes}</source>
        <translation>“{name}” grubu: {needs}, {votes}</translation>
    </message>
    <message>
        <source>A decision of its community about this need</source>
        <translation>Topluluğunun bu ihtiyaç için kararı</translation>
    </message>
    <message>
        <source>W&amp;rite a decision…</source>
        <translation>Karar ya&amp;z…</translation>
    </message>
    <message>
        <source>Who could help</source>
        <translation>Kim destek olabilir</translation>
    </message>
    <message>
        <source>C&amp;hain</source>
        <translation>Z&amp;incir</translation>
    </message>
</context>
<context>
    <name>NeedForm</name>
    <message>
        <source>Need</source>
        <translation>İhtiyaç</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Nereden geldi</translation>
    </message>
</context>
<context>
    <name>NeedLine</name>
    <message>
        <source>New need: what was said, in one line; Enter</source>
        <translation>Yeni ihtiyaç: söyleneni tek satırda yazın, Enter</translation>
    </message>
    <message>
        <source>New need</source>
        <translation>Yeni ihtiyaç</translation>
    </message>
</context>
<context>
    <name>NeedsPane</name>
    <message>
        <source>Needs</source>
        <translation>İhtiyaçlar</translation>
    </message>
    <message>
        <source>Search title, theme, group</source>
        <translation>Başlık, tema, grup arayın</translation>
    </message>
    <message>
        <source>No need yet. Write down the first thing teachers say they need: one line is enough.</source>
        <translation>Henüz ihtiyaç yok. Öğretmenlerin dile getirdiği ilk ihtiyacı yazın: tek satır yeter.</translation>
    </message>
    <message>
        <source>+ New need</source>
        <translation>+ Yeni ihtiyaç</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Oy</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Topluluk</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>İl</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grup</translation>
    </message>
    <message>
        <source>Needs by status</source>
        <translation>Duruma göre ihtiyaçlar</translation>
    </message>
    <message>
        <source>Counting votes</source>
        <translation>Oy sayımı</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>&amp;Liste</translation>
    </message>
    <message>
        <source>&amp;Board</source>
        <translation>Pa&amp;no</translation>
    </message>
    <message>
        <source>Needs by status; cards are moved by keys or with the mouse</source>
        <translation>Duruma göre ihtiyaçlar; kartlar tuşlarla ya da fareyle taşınır</translation>
    </message>
    <message>
        <source>&amp;Count votes</source>
        <translation>Oy &amp;say</translation>
    </message>
    <message>
        <source>One key adds a dot, another takes it back</source>
        <translation>Bir tuş nokta ekler, bir başkası geri alır</translation>
    </message>
</context>
<context>
    <name>NeedsTab</name>
    <message>
        <source>Which needs this workshop answers is not said yet. Type some words of one above.</source>
        <translation>Bu atölyenin hangi ihtiyaçlara yanıt verdiği henüz yazılmadı. Yukarıya birkaç sözcüğünü yazın.</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>İhtiyaç</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grup</translation>
    </message>
    <message>
        <source>No need yet. Type the first one above: what teachers say they need, in one line.</source>
        <translation>Henüz ihtiyaç yok. İlkini yukarıya yazın: öğretmenlerin dile getirdiği ihtiyaç, tek satırda.</translation>
    </message>
    <message>
        <source>N&amp;eeds</source>
        <translation>İ&amp;htiyaçlar</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Oy</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Dile geldi</translation>
    </message>
    <message>
        <source>This need is on the list already.</source>
        <translation>Bu ihtiyaç zaten listede.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Moved up from the waiting list: {names}</source>
        <translation>Bekleme listesinden kayda geçti: {names}</translation>
    </message>
</context>
<context>
    <name>OrganisationHistory</name>
    <message>
        <source>Add</source>
        <translation>Ekle</translation>
    </message>
    <message>
        <source>What was counted? Enter adds</source>
        <translation>Ne sayıldı? Enter ekler</translation>
    </message>
    <message>
        <source>What happened? Enter adds</source>
        <translation>Ne oldu? Enter ekler</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Sayı</translation>
    </message>
    <message>
        <source>14.03.2026</source>
        <translation>14.03.2026</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Açıklama</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kaynak</translation>
    </message>
    <message>
        <source>Nothing yet. Type above what the organisation looks back on, with its day.</source>
        <translation>Henüz bir şey yok. Kurumun geride bıraktıklarını yukarıya, günüyle birlikte yazın.</translation>
    </message>
</context>
<context>
    <name>OrganisationPane</name>
    <message>
        <source>Mile&amp;stones and awards</source>
        <translation>&amp;Dönüm noktaları ve ödüller</translation>
    </message>
    <message>
        <source>&amp;Reach</source>
        <translation>&amp;Erişim</translation>
    </message>
    <message>
        <source>Reach by year</source>
        <translation>Yıllara göre erişim</translation>
    </message>
    <message>
        <source>Reach by province</source>
        <translation>İllere göre erişim</translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation>K&amp;urum</translation>
    </message>
    <message>
        <source>Milestones and awards</source>
        <translation>Dönüm noktaları ve ödüller</translation>
    </message>
    <message>
        <source>What the network did and whom it reached, to print or as a workbook (Ctrl+P)</source>
        <translation>Ağın neler yaptığı ve kimlere ulaştığı; yazdırmak için ya da çalışma kitabı olarak (Ctrl+P)</translation>
    </message>
    <message>
        <source>Impact re&amp;port</source>
        <translation>Etki ra&amp;poru</translation>
    </message>
    <message>
        <source>&amp;Figures</source>
        <translation>&amp;Göstergeler</translation>
    </message>
    <message>
        <source>Key figures by date</source>
        <translation>Tarihe göre göstergeler</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Yıl</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>İl</translation>
    </message>
    <message>
        <source>Nobody reached yet.</source>
        <translation>Henüz kimseye ulaşılmadı.</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Etkinlikler</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Çıktılar</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>bilinmiyor</translation>
    </message>
    <message>
        <source>Your organisation</source>
        <translation>Kurumunuz</translation>
    </message>
    <message>
        <source>Fill in its name on the right: sheets, workbooks and reports take their heading from it.</source>
        <translation>Sağda adını yazın: imza listelerinin, çalışma kitaplarının ve raporların başlığı buradan gelir.</translation>
    </message>
    <message>
        <source>Since {year}</source>
        <translation>Kuruluş: {year}</translation>
    </message>
    <message>
        <source>A person counts once in the whole, once in each year and once in each province. Activities and outputs are not added up: whoever came may well have read.</source>
        <translation>Bir kişi toplamda, her yılda ve her ilde birer kez sayılır. Etkinliklerle çıktılar toplanmaz: katılan kişi, çıktıyı da okumuş olabilir.</translation>
    </message>
    <message>
        <source>There is nothing to count yet.</source>
        <translation>Henüz sayılacak bir şey yok.</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Sayılıyor …</translation>
    </message>
</context>
<context>
    <name>OutputDetail</name>
    <message>
        <source>Choose an output on the left to see whom it reached. Ctrl+N adds a new one.</source>
        <translation>Kimlere ulaştığını görmek için soldan bir çıktı seçin. Ctrl+N yenisini ekler.</translation>
    </message>
    <message>
        <source>New output</source>
        <translation>Yeni çıktı</translation>
    </message>
    <message>
        <source>{name} – the file has not come yet; it comes with the next exchange</source>
        <translation>{name} – dosya henüz gelmedi; bir sonraki alışverişle gelir</translation>
    </message>
    <message>
        <source>&amp;Reach</source>
        <translation>&amp;Erişim</translation>
    </message>
    <message>
        <source>This computer has no program that opens it. “Save a copy…” keeps it elsewhere.</source>
        <translation>Bu bilgisayarda bunu açan bir program yok. “Kopyasını kaydet…” ile başka bir yere koyabilirsiniz.</translation>
    </message>
    <message>
        <source>&amp;Chain</source>
        <translation>&amp;Zincir</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Bilgiler</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Aç</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>&amp;Dosya seç…</translation>
    </message>
    <message>
        <source>Or drop a file on this page, or copy it elsewhere and press Ctrl+V here</source>
        <translation>Dosyayı bu sayfaya sürükleyebilir ya da başka yerde kopyalayıp burada Ctrl+V’ye basabilirsiniz</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>İlerleme</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Durdur</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>&amp;Kopyasını kaydet…</translation>
    </message>
    <message>
        <source>by {names}</source>
        <translation>Katkıda bulunanlar: {names}</translation>
    </message>
</context>
<context>
    <name>OutputFile</name>
    <message>
        <source>Replace the &amp;file…</source>
        <translation>Dosyayı &amp;değiştir…</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>&amp;Dosya seç…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Dosya seçin</translation>
    </message>
    <message>
        <source>“{name}” is being kept …</source>
        <translation>“{name}” saklanıyor…</translation>
    </message>
    <message>
        <source>“{name}” is being opened …</source>
        <translation>“{name}” açılıyor…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Bir kopyasını kaydet</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Kaydedildi: {file}</translation>
    </message>
    <message>
        <source>“{name}” is being saved …</source>
        <translation>“{name}” kaydediliyor…</translation>
    </message>
</context>
<context>
    <name>OutputForm</name>
    <message>
        <source>Output</source>
        <translation>Çıktı</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Kaldır</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Dosya</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Nereden çıktı</translation>
    </message>
    <message>
        <source>none</source>
        <translation>yok</translation>
    </message>
</context>
<context>
    <name>OutputsList</name>
    <message>
        <source>Outputs</source>
        <translation>Çıktılar</translation>
    </message>
    <message>
        <source>Search title, link, description</source>
        <translation>Başlık, bağlantı, açıklama ara</translation>
    </message>
    <message>
        <source>No output yet. A lesson plan, a guide, a video: give it a name, then drop its file on the page.</source>
        <translation>Henüz çıktı yok. Ders planı, kılavuz, video: adını yazın, sonra dosyasını sayfaya sürükleyip bırakın.</translation>
    </message>
    <message>
        <source>+ New output</source>
        <translation>+ Yeni çıktı</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Kaynağı</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Ulaşılan</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Topluluk</translation>
    </message>
</context>
<context>
    <name>PageTabs</name>
    <message>
        <source>More</source>
        <translation>Diğer</translation>
    </message>
    <message>
        <source>More parts of this page</source>
        <translation>Bu sayfanın diğer bölümleri</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>There is no row {number}. The sheet goes from 1 to {last}.</source>
        <translation>Bu numarada satır yok: {number}. Listede 1 ile {last} arası numaralar var.</translation>
    </message>
    <message>
        <source>“{letter}” is no mark. K present, G late, M excused, Y absent.</source>
        <translation>Tanınmayan işaret: “{letter}”. K katıldı, G geç, M mazeretli, Y yok (katılmadı).</translation>
    </message>
    <message>
        <source>“{letter}” needs a row number before it.</source>
        <translation>Harften önce satır numarası yazın: “{letter}”.</translation>
    </message>
</context>
<context>
    <name>Path</name>
    <message>
        <source>Group</source>
        <translation>Grup</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Topluluk</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>İhtiyaçlar</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Etkinlikler</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Ağ</translation>
    </message>
    <message>
        <source>Asks for a shared issue and at least {members} motivated people.</source>
        <translation>Ortak bir mesele ve en az {members} istekli kişi gerekir.</translation>
    </message>
    <message>
        <source>Asks for goals that everybody shares and somebody who facilitates.</source>
        <translation>Herkesin paylaştığı hedefler ve bir kolaylaştırıcı gerekir.</translation>
    </message>
    <message>
        <source>Asks for needs from the field that were voted on, and some of them chosen.</source>
        <translation>Sahadan gelen, oylanmış ve bir kısmı seçilmiş ihtiyaçlar gerekir.</translation>
    </message>
    <message>
        <source>Asks for digital and face-to-face activities: at least {activities} sessions held.</source>
        <translation>Çevrim içi ve yüz yüze etkinlikler gerekir: yapılmış en az {activities} oturum.</translation>
    </message>
    <message>
        <source>Asks for NGOs, agencies and experts around it: at least {stakeholders}, and engagements with them.</source>
        <translation>Çevresinde STK, kurum ve uzmanlar gerekir: en az {stakeholders} paydaş ve onlarla görüşmeler.</translation>
    </message>
    <message>
        <source>Write the shared issue</source>
        <translation>Ortak meseleyi yazın</translation>
    </message>
    <message>
        <source>Add members</source>
        <translation>Üye ekleyin</translation>
    </message>
    <message>
        <source>Write the common goals</source>
        <translation>Ortak hedefleri yazın</translation>
    </message>
    <message>
        <source>Say who facilitates</source>
        <translation>Kolaylaştırıcıyı belirtin</translation>
    </message>
    <message>
        <source>Write the first need</source>
        <translation>İlk ihtiyacı yazın</translation>
    </message>
    <message>
        <source>Count the votes</source>
        <translation>Oyları sayın</translation>
    </message>
    <message>
        <source>Write down what was chosen</source>
        <translation>Neyin seçildiğini yazın</translation>
    </message>
    <message>
        <source>Plan a workshop</source>
        <translation>Atölye planlayın</translation>
    </message>
    <message>
        <source>Add a supporter</source>
        <translation>Destekçi ekleyin</translation>
    </message>
    <message>
        <source>Write down an engagement</source>
        <translation>Bir görüşme yazın</translation>
    </message>
</context>
<context>
    <name>PathFacts</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n üye</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subject(s)</source>
        <translation>
            <numerusform>%n branş</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>active in %n month(s)</source>
        <translation>
            <numerusform>%n ayda etkin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n facilitator(s) or coordinator(s)</source>
        <translation>
            <numerusform>%n kolaylaştırıcı ya da koordinatör</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) grown out of it</source>
        <translation>
            <numerusform>içinden çıkan %n grup</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s)</source>
        <translation>
            <numerusform>%n ihtiyaç</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n oy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n seçildi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n karar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) held</source>
        <translation>
            <numerusform>%n oturum yapıldı</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) took part</source>
        <translation>
            <numerusform>%n kişi katıldı</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attendance(s)</source>
        <translation>
            <numerusform>%n katılım</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n solution(s)</source>
        <translation>
            <numerusform>%n çözüm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n output(s)</source>
        <translation>
            <numerusform>%n çıktı</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stakeholder(s)</source>
        <translation>
            <numerusform>%n paydaş</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n engagement(s)</source>
        <translation>
            <numerusform>%n görüşme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PathStrip</name>
    <message>
        <source>Path to a network</source>
        <translation>Ağ olma yolu</translation>
    </message>
</context>
<context>
    <name>PathTab</name>
    <message>
        <source>Add a supporter: type a stakeholder&apos;s name, ↓ shows all</source>
        <translation>Destekçi ekleyin: paydaşın adını yazın, ↓ hepsini gösterir</translation>
    </message>
    <message>
        <source>Add a supporter</source>
        <translation>Destekçi ekle</translation>
    </message>
    <message>
        <source>The data says that the community is further: {step}.</source>
        <translation>Verilere göre topluluk daha ileride: {step}.</translation>
    </message>
    <message>
        <source>What each step asks for, what is there already, and what comes next.</source>
        <translation>Her adımın istediği, şimdiden var olan ve sırada ne olduğu.</translation>
    </message>
    <message>
        <source>Move there</source>
        <translation>Oraya taşı</translation>
    </message>
</context>
<context>
    <name>PeoplePane</name>
    <message>
        <source>People</source>
        <translation>Kişiler</translation>
    </message>
    <message>
        <source>Search name, school, subject, phone</source>
        <translation>Ad, okul, branş, telefon arayın</translation>
    </message>
    <message>
        <source>Nobody is here yet. Add the first person, or paste a list from Excel or WhatsApp.</source>
        <translation>Henüz kimse yok. İlk kişiyi ekleyin ya da Excel veya WhatsApp listesini yapıştırın.</translation>
    </message>
    <message>
        <source>+ New person</source>
        <translation>+ Yeni kişi</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>School, institution</source>
        <translation>Okul-kurum</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Branş</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>İl</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Topluluk</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Notice, consent</source>
        <translation>KVKK</translation>
    </message>
    <message>
        <source>All details</source>
        <translation>Bilgiler</translation>
    </message>
    <message>
        <source>Missing details</source>
        <translation>Eksik bilgiler</translation>
    </message>
    <message>
        <source>Walk-ins, known by name only</source>
        <translation>Yerinde kayıtlar, yalnızca adı bilinen</translation>
    </message>
    <message>
        <source>Without: {what}</source>
        <translation>Olmayan: {what}</translation>
    </message>
    <message>
        <source>Agreed to an older text</source>
        <translation>Eski metne rıza veren</translation>
    </message>
</context>
<context>
    <name>PeopleTab</name>
    <message>
        <source>Nobody is on the list yet. Type a name above, take the members of the community, or add a list.</source>
        <translation>Listede henüz kimse yok. Yukarıya bir ad yazın, topluluğun üyelerini alın ya da liste ekleyin.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Okul</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Branş</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Geldi</translation>
    </message>
    <message>
        <source>{name} is on the list already.</source>
        <translation>Zaten listede: {name}</translation>
    </message>
    <message>
        <source>All {capacity} places are taken: {name} is on the waiting list.</source>
        <translation>Kontenjan ({capacity}) dolu. Bekleme listesine alındı: {name}</translation>
    </message>
    <message>
        <source>This workshop is for no community yet. Type its name here first.</source>
        <translation>Bu atölye henüz bir topluluğa bağlı değil. Önce topluluğun adını buraya yazın.</translation>
    </message>
    <message numerus="yes">
        <source>Put on the list: %n</source>
        <translation>
            <numerusform>Listeye eklenen: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>All members are on the list already.</source>
        <translation>Bütün üyeler zaten listede.</translation>
    </message>
    <message>
        <source>&amp;Give a place</source>
        <translation>&amp;Yer ver</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Y&amp;ukarı al</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>&amp;Aşağı al</translation>
    </message>
    <message>
        <source>To the &amp;head of the line</source>
        <translation>&amp;Başa al</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) free</source>
        <translation>
            <numerusform>%n boş yer</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked for a place: {date} {time}</source>
        <translation>Yer istedi: {date} {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n of them on the waiting list</source>
        <translation>
            <numerusform>%n kişi bekleme listesinde</numerusform>
        </translation>
    </message>
    <message>
        <source>waits, place {place}</source>
        <translation>sırada: {place}</translation>
    </message>
</context>
<context>
    <name>PersonDetail</name>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Bilgiler</translation>
    </message>
    <message>
        <source>Choose a person on the left. Ctrl+N adds a new one.</source>
        <translation>Soldan bir kişi seçin. Ctrl+N yeni kişi ekler.</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Topluluk</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Katılış</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Ayrılış</translation>
    </message>
    <message>
        <source>In no community yet. Type the name of one above.</source>
        <translation>Henüz bir toplulukta değil. Yukarıya topluluğun adını yazın.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Oturumlar</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Saat</translation>
    </message>
    <message>
        <source>Took part in nothing yet, and is on no list.</source>
        <translation>Henüz hiçbir çalışmaya katılmadı, hiçbir listede de yok.</translation>
    </message>
    <message>
        <source>&amp;Communities</source>
        <translation>&amp;Topluluklar</translation>
    </message>
    <message>
        <source>Pri&amp;vacy</source>
        <translation>Kişisel &amp;veri</translation>
    </message>
    <message numerus="yes">
        <source>%n workshop(s)</source>
        <translation>
            <numerusform>%n atölye</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n oturum</numerusform>
        </translation>
    </message>
    <message>
        <source>Marked by {name}</source>
        <translation>İşaretleyen: {name}</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Yeni kişi</translation>
    </message>
    <message numerus="yes">
        <source>Known by this name: %n. Open instead of adding once more:</source>
        <translation>
            <numerusform>Bu adla kayıtlı kişi: %n. Yeniden eklemek yerine açın:</numerusform>
        </translation>
    </message>
    <message>
        <source>Already a member of {name}.</source>
        <translation>Zaten üye: {name}</translation>
    </message>
    <message>
        <source>Add to a community: type its name, Enter</source>
        <translation>Topluluğa ekleyin: topluluğun adını yazın, Enter</translation>
    </message>
    <message>
        <source>Add to a community</source>
        <translation>Topluluğa ekle</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation>Topluluklar</translation>
    </message>
    <message>
        <source>Workshops this person took part in</source>
        <translation>Bu kişinin katıldığı atölyeler</translation>
    </message>
    <message>
        <source>Took &amp;part</source>
        <translation>&amp;Katıldıkları</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} saat</translation>
    </message>
    <message>
        <source>Led</source>
        <translation>Yürüttü</translation>
    </message>
    <message>
        <source>Facilitated</source>
        <translation>Kolaylaştırdı</translation>
    </message>
    <message>
        <source>Spoke</source>
        <translation>Konuşmacı oldu</translation>
    </message>
    <message>
        <source>Initiated</source>
        <translation>Başlattı</translation>
    </message>
    <message>
        <source>Raised a need</source>
        <translation>İhtiyaç dile getirdi</translation>
    </message>
    <message>
        <source>Carried out a round</source>
        <translation>Tur uyguladı</translation>
    </message>
    <message>
        <source>Made an output</source>
        <translation>Çıktı hazırladı</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>İlgili kişi</translation>
    </message>
    <message>
        <source>Is a stakeholder</source>
        <translation>Paydaş</translation>
    </message>
    <message>
        <source>Was spoken with</source>
        <translation>Görüşüldü</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Atölye</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Yoklama</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Nasıl</translation>
    </message>
    <message>
        <source>Was marked in no session yet.</source>
        <translation>Henüz hiçbir oturumda yoklaması yok.</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Nothing yet: whoever leads, facilitates, speaks, raises a need, carries out a round or makes an output is named there, and it stands here.</source>
        <translation>Henüz yok: atölye yürüten, kolaylaştıran, konuşan, ihtiyaç dile getiren, tur uygulayan ya da çıktı hazırlayan kişi orada yazılır ve burada görünür.</translation>
    </message>
    <message>
        <source>Workshops or sessions</source>
        <translation>Atölyeler ya da oturumlar</translation>
    </message>
    <message>
        <source>By workshop</source>
        <translation>Atölyelere göre</translation>
    </message>
    <message>
        <source>By session</source>
        <translation>Oturumlara göre</translation>
    </message>
    <message>
        <source>Sessions with the marks of this person</source>
        <translation>Bu kişinin oturumları ve yoklamaları</translation>
    </message>
    <message>
        <source>What this person contributed</source>
        <translation>Bu kişinin katkıları</translation>
    </message>
    <message>
        <source>C&amp;ontributed</source>
        <translation>Katkı&amp;ları</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of one person</source>
        <translation>
            <numerusform>aynı kişinin %n kaydı</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>İletişim</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Okul</translation>
    </message>
    <message>
        <source>In the network</source>
        <translation>Ağ içinde</translation>
    </message>
    <message>
        <source>Seldom needed</source>
        <translation>Seyrek gerekenler</translation>
    </message>
    <message>
        <source>Tells namesakes apart: “the younger”, “4-A” …</source>
        <translation>Adaşları ayırır: “küçük”, “4-A” …</translation>
    </message>
</context>
<context>
    <name>PersonPrivacy</name>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Metin</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Verildi</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Geri alındı</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Yol</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Kanıt</translation>
    </message>
    <message>
        <source>Nothing yet. Choose a line above and press Enter once she has signed; nobody has to.</source>
        <translation>Henüz kayıt yok. Kişi imzaladığında yukarıdan bir satır seçip Enter’a basın; imzalamak zorunlu değildir.</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Geliş</translation>
    </message>
    <message>
        <source>Asks for</source>
        <translation>İstek</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>Son gün</translation>
    </message>
    <message>
        <source>She has asked nothing about her data.</source>
        <translation>Verileri hakkında bir başvurusu yok.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n gün kaldı</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n gün gecikti</numerusform>
        </translation>
    </message>
    <message>
        <source>Withdraw   Enter</source>
        <translation>Geri al   Enter</translation>
    </message>
    <message>
        <source>Record   Enter</source>
        <translation>Kaydet   Enter</translation>
    </message>
    <message>
        <source>The privacy notice was given already; only a consent can be withdrawn.</source>
        <translation>Aydınlatma metni verilmiş; yalnızca açık rıza geri alınabilir.</translation>
    </message>
    <message>
        <source>Everything about her as</source>
        <translation>Bütün verilerini kaydet</translation>
    </message>
    <message>
        <source>Written: {file}. It is for her alone; delete it once she has it.</source>
        <translation>Yazıldı: {file}. Yalnızca kişinin kendisi içindir; verdikten sonra silin.</translation>
    </message>
    <message>
        <source>PDF to print (*.pdf)</source>
        <translation>Yazdırmak için PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel çalışma kitabı (*.xlsx)</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>kayıt yok</translation>
    </message>
    <message>
        <source>given</source>
        <translation>verildi</translation>
    </message>
    <message>
        <source>older text: ask again</source>
        <translation>eski metin: yeniden sorun</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>geri alındı</translation>
    </message>
    <message>
        <source>Privacy notice and consents</source>
        <translation>Aydınlatma metni ve açık rızalar</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Given how</source>
        <translation>Veriliş yolu</translation>
    </message>
    <message>
        <source>Evidence: where the slip lies</source>
        <translation>Kanıt: formun yeri</translation>
    </message>
    <message>
        <source>Print &amp;slip…</source>
        <translation>&amp;Formu yazdır…</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Geçmiş</translation>
    </message>
    <message>
        <source>History of notices and consents</source>
        <translation>Aydınlatma ve rıza geçmişi</translation>
    </message>
    <message>
        <source>&amp;Requests</source>
        <translation>Başv&amp;urular</translation>
    </message>
    <message>
        <source>Kind of request</source>
        <translation>Başvuru türü</translation>
    </message>
    <message>
        <source>&amp;Write down</source>
        <translation>&amp;Ekle</translation>
    </message>
    <message>
        <source>Give a cop&amp;y…</source>
        <translation>Kop&amp;ya ver…</translation>
    </message>
    <message>
        <source>&amp;Erase for good…</source>
        <translation>Kalıcı olarak &amp;sil…</translation>
    </message>
    <message>
        <source>Requests of this person</source>
        <translation>Kişinin başvuruları</translation>
    </message>
</context>
<context>
    <name>PersonalData</name>
    <message>
        <source>A person&apos;s request</source>
        <translation>Kişinin başvurusu</translation>
    </message>
    <message>
        <source>Erased by a colleague, taken in with her file</source>
        <translation>Bir meslektaşın sildiği, dosyasıyla alınan</translation>
    </message>
    <message>
        <source>People past their time</source>
        <translation>Saklama süresi dolan kişiler</translation>
    </message>
    <message>
        <source>Notes about stakeholders past their time</source>
        <translation>Süresi dolmuş paydaş notları</translation>
    </message>
    <message>
        <source>Closed requests past their time</source>
        <translation>Saklama süresi dolan başvurular</translation>
    </message>
    <message>
        <source>Log of exports past its time</source>
        <translation>Saklama süresi dolan dışa aktarma kayıtları</translation>
    </message>
    <message>
        <source>last session</source>
        <translation>son katıldığı oturum</translation>
    </message>
    <message>
        <source>last enrolled</source>
        <translation>son kaydolduğu atölye</translation>
    </message>
    <message>
        <source>member of a community that is no longer active</source>
        <translation>artık etkin olmayan bir topluluğun üyesi</translation>
    </message>
    <message>
        <source>led a workshop</source>
        <translation>atölye yürüttü</translation>
    </message>
    <message>
        <source>facilitated a session</source>
        <translation>oturum kolaylaştırdı</translation>
    </message>
    <message>
        <source>spoke at a session</source>
        <translation>oturumda konuştu</translation>
    </message>
    <message>
        <source>raised a need</source>
        <translation>ihtiyaç dile getirdi</translation>
    </message>
    <message>
        <source>carried out a round</source>
        <translation>uygulama turu yaptı</translation>
    </message>
    <message>
        <source>made an output</source>
        <translation>çıktı üretti</translation>
    </message>
    <message>
        <source>was spoken with</source>
        <translation>görüşme yapıldı</translation>
    </message>
    <message>
        <source>signed a slip</source>
        <translation>form imzaladı</translation>
    </message>
    <message>
        <source>asked about her data</source>
        <translation>verileri için başvurdu</translation>
    </message>
    <message>
        <source>was entered, and nothing since</source>
        <translation>kaydedildi, sonrasında etkinliği yok</translation>
    </message>
    <message>
        <source>&amp;Texts to sign</source>
        <translation>Metin&amp;ler</translation>
    </message>
    <message>
        <source>Nobody has asked anything about her data.</source>
        <translation>Verileri hakkında başvuran olmadı.</translation>
    </message>
    <message>
        <source>Nobody is past the time that data is kept.</source>
        <translation>Saklama süresi dolan kimse yok.</translation>
    </message>
    <message>
        <source>No note about a stakeholder is past the time that it is kept.</source>
        <translation>Saklama süresi dolmuş paydaş notu yok.</translation>
    </message>
    <message>
        <source>Notes about stakeholders</source>
        <translation>Paydaş notları</translation>
    </message>
    <message>
        <source>Nothing has left the program yet, in a file or on paper.</source>
        <translation>Programdan henüz dosya ya da kâğıt olarak bir şey çıkmadı.</translation>
    </message>
    <message>
        <source>Nothing was destroyed yet.</source>
        <translation>Henüz bir şey imha edilmedi.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Kişi</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>silindi</translation>
    </message>
    <message>
        <source>Asks for</source>
        <translation>İstek</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Geliş</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>Son gün</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n gün gecikti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n gün kaldı</numerusform>
        </translation>
    </message>
    <message>
        <source>School, institution</source>
        <translation>Okul, kurum</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>İl</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Son etkinlik</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>Ne olduğu</translation>
    </message>
    <message>
        <source>engagement</source>
        <translation>görüşme</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>ilgili kişi</translation>
    </message>
    <message>
        <source>Stakeholder</source>
        <translation>Paydaş</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Ne olduğu</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Not</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>evet</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>What</source>
        <translation>İçerik</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Dosya</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Kişiler</translation>
    </message>
    <message>
        <source>Contact details</source>
        <translation>İletişim bilgisi</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>Kime verildi</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>How many people</source>
        <translation>Kişi sayısı</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Kural</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Sayı</translation>
    </message>
    <message>
        <source>On whose decision</source>
        <translation>Kimin kararıyla</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>süresiz</translation>
    </message>
    <message numerus="yes">
        <source>year(s)</source>
        <translation>
            <numerusform>yıl</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) past their time</source>
        <translation>
            <numerusform>Süresi dolan %n kişi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n old note(s) about stakeholders</source>
        <translation>
            <numerusform>%n eski paydaş notu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n old request(s)</source>
        <translation>
            <numerusform>%n eski başvuru</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n old line(s) of the log of exports</source>
        <translation>
            <numerusform>%n eski dışa aktarma kaydı</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is destroyed before you say so.</source>
        <translation>Siz onaylamadan hiçbir şey imha edilmez.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n are shown.</source>
        <translation>
            <numerusform>İlk %n kişi gösteriliyor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erase the %n chosen…</source>
        <translation>
            <numerusform>Seçilen %n kişiyi sil…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Destroy the %n chosen…</source>
        <translation>
            <numerusform>Seçilen %n notu imha et…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erase %n person(s) for good</source>
        <translation>
            <numerusform>%n kişiyi kalıcı olarak sil</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} will be destroyed. It cannot be undone.</source>
        <translation>İmha edilecek: {what}. Bu işlem geri alınamaz.</translation>
    </message>
    <message>
        <source>Retention rule</source>
        <translation>Saklama süresi kuralı</translation>
    </message>
    <message>
        <source>Personal data — TN Desktop</source>
        <translation>Kişisel veriler — TN Desktop</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Kişisel veriler</translation>
    </message>
    <message>
        <source>&amp;Requests</source>
        <translation>&amp;Başvurular</translation>
    </message>
    <message>
        <source>Whoever asks about her data is answered within thirty days. A request is written down on her own page; Enter goes there.</source>
        <translation>Verileri için başvuran herkes otuz gün içinde yanıtlanır. Başvuru, kişinin kendi sayfasında kaydedilir; Enter oraya götürür.</translation>
    </message>
    <message>
        <source>Requests about data</source>
        <translation>Veri başvuruları</translation>
    </message>
    <message>
        <source>&amp;Past their time</source>
        <translation>&amp;Süresi dolanlar</translation>
    </message>
    <message>
        <source>Pe&amp;ople are kept</source>
        <translation>K&amp;işiler</translation>
    </message>
    <message>
        <source>Years people are kept</source>
        <translation>Kişilerin saklandığı yıl</translation>
    </message>
    <message>
        <source>&amp;notes on stakeholders</source>
        <translation>p&amp;aydaş notları</translation>
    </message>
    <message>
        <source>Years notes about stakeholders are kept</source>
        <translation>Paydaş notlarının saklandığı yıl</translation>
    </message>
    <message>
        <source>c&amp;losed requests</source>
        <translation>ka&amp;panan başvurular</translation>
    </message>
    <message>
        <source>Years closed requests are kept</source>
        <translation>Kapanan başvuruların saklandığı yıl</translation>
    </message>
    <message>
        <source>the log of e&amp;xports</source>
        <translation>&amp;dışa aktarma kayıtları</translation>
    </message>
    <message>
        <source>Years the log of exports is kept</source>
        <translation>Dışa aktarma kayıtlarının saklandığı yıl</translation>
    </message>
    <message>
        <source>Which list is reviewed</source>
        <translation>Gözden geçirilen liste</translation>
    </message>
    <message>
        <source>Notes past their time</source>
        <translation>Süresi dolmuş notlar</translation>
    </message>
    <message>
        <source>Destroy old requests and log lines</source>
        <translation>Eski başvuru ve kayıtları imha et</translation>
    </message>
    <message>
        <source>Erase the chosen…</source>
        <translation>Seçilenleri sil…</translation>
    </message>
    <message>
        <source>&amp;Destroy</source>
        <translation>İ&amp;mha et</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Şimdi değil</translation>
    </message>
    <message>
        <source>E&amp;xports and prints</source>
        <translation>&amp;Dışa aktarılan ve yazdırılanlar</translation>
    </message>
    <message>
        <source>Search file or recipient</source>
        <translation>Dosya ya da alıcı arayın</translation>
    </message>
    <message>
        <source>Only with people&apos;s &amp;data</source>
        <translation>Yalnızca kişi &amp;verisi içerenler</translation>
    </message>
    <message>
        <source>Exports and prints</source>
        <translation>Dışa aktarılan ve yazdırılanlar</translation>
    </message>
    <message>
        <source>&amp;Destroyed</source>
        <translation>İmha &amp;kaydı</translation>
    </message>
    <message>
        <source>What was destroyed here, when, by which rule, on whose decision. No names are kept.</source>
        <translation>Burada ne, ne zaman, hangi kuralla, kimin kararıyla imha edildi. Ad tutulmaz.</translation>
    </message>
    <message>
        <source>Destruction log</source>
        <translation>İmha kaydı</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Yazdır…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Nobody of that name is known: {name}</source>
        <translation>Bu adla kayıt yok: {name}</translation>
    </message>
    <message>
        <source>+  New person: {name}</source>
        <translation>+  Yeni kişi: {name}</translation>
    </message>
    <message>
        <source>Nothing of that name is known: {name}</source>
        <translation>Bu adda bir kayıt yok: {name}</translation>
    </message>
</context>
<context>
    <name>PlanDates</name>
    <message>
        <source>Type the date of the first session.</source>
        <translation>İlk oturumun tarihini yazın.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Gün</translation>
    </message>
    <message>
        <source>one session</source>
        <translation>bir oturum</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s), the last on {date}</source>
        <translation>
            <numerusform>%n oturum, sonuncusu {date}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left out</source>
        <translation>
            <numerusform>%n gün atlandı</numerusform>
        </translation>
    </message>
    <message>
        <source>left out: {days}</source>
        <translation>atlanan: {days}</translation>
    </message>
</context>
<context>
    <name>PlanWorkshop</name>
    <message>
        <source>Plan a workshop</source>
        <translation>Atölye planla</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Başlık</translation>
    </message>
    <message>
        <source>C&amp;ommunity</source>
        <translation>T&amp;opluluk</translation>
    </message>
    <message>
        <source>Put all &amp;members on the list</source>
        <translation>Bütün &amp;üyeleri listeye al</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>Tü&amp;r</translation>
    </message>
    <message>
        <source>Pro&amp;vince</source>
        <translation>İ&amp;l</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Tarih</translation>
    </message>
    <message>
        <source>Sta&amp;rt</source>
        <translation>Ba&amp;şlangıç</translation>
    </message>
    <message>
        <source>E&amp;nd</source>
        <translation>B&amp;itiş</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Nasıl</translation>
    </message>
    <message>
        <source>P&amp;lace</source>
        <translation>&amp;Yer</translation>
    </message>
    <message>
        <source>Lin&amp;k</source>
        <translation>Ba&amp;ğlantı</translation>
    </message>
    <message>
        <source>Address of an online session</source>
        <translation>Çevrim içi oturumun adresi</translation>
    </message>
    <message>
        <source>&amp;Facilitators</source>
        <translation>&amp;Kolaylaştırıcılar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>&amp;Save the workshop</source>
        <translation>Atölyeyi kay&amp;det</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation>Topluluklar</translation>
    </message>
    <message>
        <source>Type the community&apos;s name (may stay empty)</source>
        <translation>Topluluğun adını yazın (boş kalabilir)</translation>
    </message>
    <message>
        <source>Facilitators</source>
        <translation>Kolaylaştırıcılar</translation>
    </message>
    <message>
        <source>Type a name, Enter adds</source>
        <translation>Adı yazın, Enter ekler</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>İl</translation>
    </message>
    <message>
        <source>Date of the first session</source>
        <translation>İlk oturumun tarihi</translation>
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
        <source>In person or online</source>
        <translation>Yüz yüze ya da çevrim içi</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Bağlantı</translation>
    </message>
    <message>
        <source>Critical Thinking Workshop</source>
        <translation>Eleştirel Düşünme Atölyesi</translation>
    </message>
    <message numerus="yes">
        <source>Put all &amp;members on the list (%n)</source>
        <translation>
            <numerusform>Bütün &amp;üyeleri listeye al (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is saved yet. Press Esc again to leave without saving.</source>
        <translation>Henüz kaydedilmedi. Kaydetmeden çıkmak için yeniden Esc tuşuna basın.</translation>
    </message>
    <message>
        <source>Re&amp;peat</source>
        <translation>Yin&amp;eleme</translation>
    </message>
    <message>
        <source>Not on publi&amp;c holidays</source>
        <translation>Resmî t&amp;atillere denk gelmesin</translation>
    </message>
    <message>
        <source>Form&amp;at</source>
        <translation>Bi&amp;çim</translation>
    </message>
    <message>
        <source>Capac&amp;ity</source>
        <translation>Konten&amp;jan</translation>
    </message>
    <message>
        <source>&amp;Guest speakers</source>
        <translation>Kon&amp;uk konuşmacılar</translation>
    </message>
    <message>
        <source>S&amp;upporters</source>
        <translation>De&amp;stekçiler</translation>
    </message>
    <message>
        <source>N&amp;eeds</source>
        <translation>İ&amp;htiyaçlar</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Oturumlar</translation>
    </message>
    <message>
        <source>Guest speakers</source>
        <translation>Konuk konuşmacılar</translation>
    </message>
    <message>
        <source>Supporters</source>
        <translation>Destekçiler</translation>
    </message>
    <message>
        <source>Needs it answers</source>
        <translation>Yanıt verdiği ihtiyaçlar</translation>
    </message>
    <message>
        <source>Type some of its words, ↓ shows all</source>
        <translation>Birkaç sözcüğünü yazın, ↓ hepsini gösterir</translation>
    </message>
    <message>
        <source>Number of sessions</source>
        <translation>Oturum sayısı</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Ne sıklıkta</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Biçim</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kontenjan</translation>
    </message>
    <message>
        <source>Dates of the sessions</source>
        <translation>Oturumların tarihleri</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>sınırsız</translation>
    </message>
</context>
<context>
    <name>PortableDialog</name>
    <message>
        <source>Notebook on a stick — TN Desktop</source>
        <translation>Bellekte defter — TN Desktop</translation>
    </message>
    <message>
        <source>&amp;Copy this notebook</source>
        <translation>Bu defterin &amp;kopyası</translation>
    </message>
    <message>
        <source>A &amp;new, empty one</source>
        <translation>&amp;Yeni, boş bir defter</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Seç…</translation>
    </message>
    <message>
        <source>&amp;Make it</source>
        <translation>&amp;Hazırla</translation>
    </message>
    <message>
        <source>&amp;Open it now</source>
        <translation>Şimdi &amp;aç</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>A notebook on a stick</source>
        <translation>Bellekte defter</translation>
    </message>
    <message>
        <source>For a laptop that several people share. Everything lies encrypted on the stick; nothing of it stays on the laptop, and the laptop&apos;s keyring is not used. Start it from the first page of TN Desktop, or with --profile.</source>
        <translation>Birkaç kişinin kullandığı dizüstüler için. Her şey bellekte şifreli durur; dizüstünde hiçbir şey kalmaz, dizüstünün anahtarlığı kullanılmaz. TN Desktop&apos;ın ilk sayfasından ya da --profile ile açılır.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>Folder on the stick</source>
        <translation>Bellekteki klasör</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Nereye</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Parola</translation>
    </message>
    <message>
        <source>Once &amp;more</source>
        <translation>Bir &amp;daha</translation>
    </message>
    <message>
        <source>Choose the stick</source>
        <translation>Belleği seçin</translation>
    </message>
    <message>
        <source>Choose the stick first.</source>
        <translation>Önce belleği seçin.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Durdur</translation>
    </message>
    <message>
        <source>The notebook lies in {folder}.</source>
        <translation>Defter hazır: {folder}</translation>
    </message>
    <message>
        <source>There is no notebook on “{folder}”. Choose another folder.</source>
        <translation>“{folder}” klasöründe defter yok. Başka bir klasör seçin.</translation>
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
    <message numerus="yes">
        <source>%n person(s) named</source>
        <translation>
            <numerusform>%n kişinin adı var</numerusform>
        </translation>
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
        <translation>Tele&amp;fon</translation>
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
        <source>Consents to tick (te&amp;xt on its own page)</source>
        <translation>Rı&amp;za sütunları (metin ayrı sayfada)</translation>
    </message>
    <message>
        <source>Empty column for a &amp;funder&apos;s ID</source>
        <translation>Destekçi n&amp;umarası için boş sütun</translation>
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
        <source>Given &amp;to</source>
        <translation>Kime &amp;verilecek</translation>
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
    <message>
        <source>None of these sessions has an agenda yet</source>
        <translation>Bu oturumların hiçbirinin akışı yok</translation>
    </message>
    <message>
        <source>Agenda and materials (o&amp;wn page)</source>
        <translation>Akış ve malze&amp;me listesi (ayrı sayfa)</translation>
    </message>
</context>
<context>
    <name>PrivacyTexts</name>
    <message>
        <source>Pre&amp;view the slip…</source>
        <translation>&amp;Formu önizle…</translation>
    </message>
    <message>
        <source>&amp;Hand this version out</source>
        <translation>&amp;Bu sürümü kullan</translation>
    </message>
    <message>
        <source>&amp;Keep as a version</source>
        <translation>Y&amp;eni sürüm olarak kaydet</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>Metnin dili</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Sürüm</translation>
    </message>
    <message>
        <source>Privacy notice</source>
        <translation>Aydınlatma metni</translation>
    </message>
    <message>
        <source>Above the consents</source>
        <translation>Rızaların üstündeki cümle</translation>
    </message>
    <message>
        <source>{organisation} and {contact} stand for those of the organisation</source>
        <translation>{organisation} ve {contact} yerine kurumun adı ve iletişim bilgisi yazılır</translation>
    </message>
    <message>
        <source>Privacy &amp;notice</source>
        <translation>&amp;Aydınlatma metni</translation>
    </message>
    <message>
        <source>A&amp;bove the consents</source>
        <translation>&amp;Rızaların üstünde</translation>
    </message>
    <message>
        <source>{version} (in use)</source>
        <translation>{version} (kullanılan)</translation>
    </message>
    <message>
        <source>What is kept becomes a version of its own; whoever agreed to an older one is asked again.</source>
        <translation>Kaydettiğiniz metin yeni bir sürüm olur; eskisine rıza vermiş olanlara yeniden sorulur.</translation>
    </message>
    <message>
        <source>Not handed out here: an older version, or one that came from another laptop.</source>
        <translation>Burada kullanılmıyor: eski bir sürüm ya da başka bir dizüstünden geldi.</translation>
    </message>
</context>
<context>
    <name>ProposalsTable</name>
    <message>
        <source>Who could help</source>
        <translation>Kim destek olabilir</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Neden</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Enter shows the page, Space logs an enquiry.</source>
        <translation>Enter sayfasını açar, boşluk tuşu görüşme kaydeder.</translation>
    </message>
    <message>
        <source>Nobody matches yet. Give the need themes, and the stakeholders disciplines, themes and a province.</source>
        <translation>Henüz uyan kimse yok. İhtiyaca tema, paydaşlara da uzmanlık alanı, tema ve il yazın.</translation>
    </message>
    <message>
        <source>Enquiry logged: {name}</source>
        <translation>Görüşme kaydedildi: {name}</translation>
    </message>
    <message>
        <source>Theme: {words}</source>
        <translation>Tema: {words}</translation>
    </message>
    <message>
        <source>Expertise: {words}</source>
        <translation>Uzmanlık: {words}</translation>
    </message>
    <message>
        <source>Same province</source>
        <translation>Aynı il</translation>
    </message>
    <message>
        <source>Nationwide</source>
        <translation>Ülke geneli</translation>
    </message>
    <message>
        <source>Member of the community</source>
        <translation>Topluluğun üyesi</translation>
    </message>
    <message>
        <source>Supports the community</source>
        <translation>Topluluğu destekliyor</translation>
    </message>
    <message numerus="yes">
        <source>%n talk(s)</source>
        <translation>
            <numerusform>%n görüşme</numerusform>
        </translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Kişi</translation>
    </message>
</context>
<context>
    <name>ProtectDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Parolayı değiştir</translation>
    </message>
    <message>
        <source>The new passphrase opens this notebook and its older backups as well.</source>
        <translation>Yeni parola bu defteri ve eski yedeklerini açar.</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>&amp;Değiştir</translation>
    </message>
    <message>
        <source>Everything in it is encrypted, backups too: who finds or takes the laptop can read nothing. The passphrase is asked for at each start. It cannot be looked up anywhere, so you get a recovery key to print as well.</source>
        <translation>İçindeki her şey, yedekler de, şifrelenir: dizüstünü bulan ya da alan hiçbir şey okuyamaz. Parola her açılışta sorulur. Hiçbir yerden öğrenilemeyeceği için ayrıca yazdırmanız için bir kurtarma anahtarı verilir.</translation>
    </message>
    <message>
        <source>Passphrase — TN Desktop</source>
        <translation>Parola — TN Desktop</translation>
    </message>
    <message>
        <source>Protect this notebook</source>
        <translation>Bu defteri koru</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Parola</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Parola</translation>
    </message>
    <message>
        <source>A few words that only you know</source>
        <translation>Yalnızca sizin bildiğiniz birkaç sözcük</translation>
    </message>
    <message>
        <source>Once &amp;more</source>
        <translation>&amp;Bir kez daha</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>Parola bir kez daha</translation>
    </message>
    <message>
        <source>&amp;Show the letters</source>
        <translation>&amp;Harfleri göster</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>P&amp;rotect</source>
        <translation>&amp;Koru</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
</context>
<context>
    <name>QuotationDetail</name>
    <message>
        <source>Choose a quotation on the left. Ctrl+N adds a new one.</source>
        <translation>Soldan bir alıntı seçin. Ctrl+N yenisini ekler.</translation>
    </message>
    <message>
        <source>New quotation</source>
        <translation>Yeni alıntı</translation>
    </message>
    <message>
        <source>Copied, ready to paste into a report.</source>
        <translation>Kopyalandı, rapora yapıştırabilirsiniz.</translation>
    </message>
    <message>
        <source>✔ May be published.</source>
        <translation>✔ Yayımlanabilir.</translation>
    </message>
    <message>
        <source>✕ No permission to publish yet: it cannot be copied, and no name is shown.</source>
        <translation>✕ Henüz yayımlama izni yok: kopyalanamaz ve ad gösterilmez.</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Bilgiler</translation>
    </message>
    <message>
        <source>Cop&amp;y for a report</source>
        <translation>&amp;Rapora kopyala</translation>
    </message>
</context>
<context>
    <name>QuotationForm</name>
    <message>
        <source>Quotation</source>
        <translation>Alıntı</translation>
    </message>
    <message>
        <source>What may be shown</source>
        <translation>Neler gösterilebilir</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Neyle ilgili</translation>
    </message>
</context>
<context>
    <name>QuotationsList</name>
    <message>
        <source>Quotations</source>
        <translation>Alıntılar</translation>
    </message>
    <message>
        <source>Search words, source, theme</source>
        <translation>Söz, kaynak, tema arayın</translation>
    </message>
    <message>
        <source>No quotation yet. Write down a sentence that says what changed, and whether it may be published.</source>
        <translation>Henüz alıntı yok. Neyin değiştiğini anlatan bir cümle yazın; yayımlanıp yayımlanamayacağını da belirtin.</translation>
    </message>
    <message>
        <source>+ New quotation</source>
        <translation>+ Yeni alıntı</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Alıntı</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Yıl</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kaynak</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Yayım</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>İzin</translation>
    </message>
    <message>
        <source>May be published</source>
        <translation>Yayımlanabilir</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Henüz değil</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Topluluk</translation>
    </message>
    <message>
        <source>✔ yes</source>
        <translation>✔ evet</translation>
    </message>
    <message>
        <source>✕ no</source>
        <translation>✕ hayır</translation>
    </message>
</context>
<context>
    <name>ReachPanel</name>
    <message>
        <source>Add</source>
        <translation>Ekle</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Kaç kişi</translation>
    </message>
    <message>
        <source>Whom: teachers, parents …</source>
        <translation>Kim: öğretmenler, veliler …</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>İl</translation>
    </message>
    <message>
        <source>14.03.2026</source>
        <translation>14.03.2026</translation>
    </message>
    <message>
        <source>Number of people</source>
        <translation>Kişi sayısı</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Hedef kitle</translation>
    </message>
    <message>
        <source>How the number is known</source>
        <translation>Sayının dayanağı</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Oturum</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Kişi</translation>
    </message>
    <message>
        <source>Known how</source>
        <translation>Dayanağı</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notlar</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Erişim</translation>
    </message>
    <message>
        <source>Nobody beyond the attendance list has been entered. Children at the exhibition, parents at the door …</source>
        <translation>Yoklama listesi dışında kimse yazılmadı. Sergiyi gezen çocuklar, kapıya gelen veliler …</translation>
    </message>
    <message>
        <source>Nobody reached yet. Type above how many people, who they are, and how the number is known.</source>
        <translation>Henüz kimseye ulaşmadı. Yukarıya kaç kişi olduğunu, kimler olduğunu ve sayının dayanağını yazın.</translation>
    </message>
    <message>
        <source>By name: everybody who was present, once. Counted: minors and guests, and entries. Who is on the attendance list is not entered here.</source>
        <translation>İsimli: katılan herkes bir kez. Sayıldı: çocuklar, konuklar ve buraya yazılanlar. Yoklama listesindekileri buraya yazmayın.</translation>
    </message>
</context>
<context>
    <name>ReceiveDialog</name>
    <message>
        <source>Choose the workbooks that you were sent.</source>
        <translation>Size gönderilen dosyaları seçin.</translation>
    </message>
    <message>
        <source>File or list</source>
        <translation>Dosya ya da liste</translation>
    </message>
    <message>
        <source>What would happen</source>
        <translation>Ne olacak</translation>
    </message>
    <message>
        <source>(Enter confirms it.)</source>
        <translation>(Enter onaylar.)</translation>
    </message>
    <message>
        <source>Choose the workbooks</source>
        <translation>Dosyaları seçin</translation>
    </message>
    <message>
        <source>Workbooks and files of outputs (*.xlsx *.tnfile);;All files (*)</source>
        <translation>Çalışma kitapları ve çıktı dosyaları (*.xlsx *.tnfile);;Bütün dosyalar (*)</translation>
    </message>
    <message>
        <source>Others are writing into the data. This waits for its turn; “Stop” gives it up.</source>
        <translation>Başkaları verilere yazıyor. Bu iş sırasını bekliyor; “Durdur” vazgeçirir.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Durdur</translation>
    </message>
    <message>
        <source>Taken in: {counts}</source>
        <translation>Alındı: {counts}</translation>
    </message>
    <message>
        <source>Nothing is written yet. If you take it in: {counts}</source>
        <translation>Henüz bir şey yazılmadı. Alırsanız: {counts}</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) will be added</source>
        <translation>
            <numerusform>%n kayıt eklenecek</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) will change</source>
        <translation>
            <numerusform>%n kayıt değişecek</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) will be removed</source>
        <translation>
            <numerusform>%n kayıt silinecek</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to look at</source>
        <translation>
            <numerusform>%n çakışmaya bakmanız gerekecek</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Bu bilgisayar</translation>
    </message>
    <message>
        <source>Files of outputs</source>
        <translation>Çıktı dosyaları</translation>
    </message>
    <message>
        <source>✔ came: {names}</source>
        <translation>✔ geldi: {names}</translation>
    </message>
    <message>
        <source>… have not come yet: {names}. Ask for the folder “{folder}”.</source>
        <translation>… henüz gelmedi: {names}. Gönderenden “{folder}” klasörünü isteyin.</translation>
    </message>
    <message>
        <source>✔ can be taken in</source>
        <translation>✔ alınabilir</translation>
    </message>
    <message>
        <source>✔ taken in</source>
        <translation>✔ alındı</translation>
    </message>
    <message>
        <source>= was taken in before</source>
        <translation>= daha önce alınmıştı</translation>
    </message>
    <message>
        <source>… waits</source>
        <translation>… bekliyor</translation>
    </message>
    <message>
        <source>✕ refused</source>
        <translation>✕ reddedildi</translation>
    </message>
    <message>
        <source>from {owner}</source>
        <translation>gönderen: {owner}</translation>
    </message>
    <message>
        <source>Texts to sign</source>
        <translation>İmzalanacak metinler</translation>
    </message>
    <message>
        <source>a new version: {version}. It is not handed out before you say so; Enter shows it.</source>
        <translation>yeni bir sürüm: {version}. Siz onaylamadan kimseye verilmez; Enter gösterir.</translation>
    </message>
    <message>
        <source>In Excel: {sheet}, row {row}</source>
        <translation>Excel&apos;de: {sheet}, satır {row}</translation>
    </message>
    <message>
        <source>the row is removed</source>
        <translation>satır silinecek</translation>
    </message>
    <message>
        <source>a row is added</source>
        <translation>bir satır eklenecek</translation>
    </message>
    <message>
        <source>{field}: “{before}” becomes “{after}”</source>
        <translation>{field}: “{before}” yerine “{after}”</translation>
    </message>
    <message>
        <source>It was taken back.</source>
        <translation>Geri alındı.</translation>
    </message>
    <message>
        <source>%n new</source>
        <translation>%n yeni</translation>
    </message>
    <message>
        <source>%n changed</source>
        <translation>%n değişecek</translation>
    </message>
    <message>
        <source>%n removed</source>
        <translation>%n silinecek</translation>
    </message>
    <message>
        <source>▲ %n erased for good, as was decided elsewhere</source>
        <translation>▲ %n kişi, başka yerde verilen kararla kalıcı olarak silindi</translation>
    </message>
    <message>
        <source>▲ %n will be erased for good, as was decided elsewhere</source>
        <translation>▲ %n kişi, başka yerde verilen kararla kalıcı olarak silinecek</translation>
    </message>
    <message>
        <source>Receive — TN Desktop</source>
        <translation>Al — TN Desktop</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Al</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the files</source>
        <translation>Dosyaların &amp;parolası</translation>
    </message>
    <message>
        <source>Passphrase of the files</source>
        <translation>Dosyaların parolası</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>A&amp;ç</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>İlerleme</translation>
    </message>
    <message>
        <source>&amp;More files…</source>
        <translation>&amp;Başka dosya…</translation>
    </message>
    <message>
        <source>Take it &amp;back</source>
        <translation>G&amp;eri al</translation>
    </message>
    <message>
        <source>&amp;Take in</source>
        <translation>&amp;Al</translation>
    </message>
</context>
<context>
    <name>RecipientField</name>
    <message>
        <source>Who is given the file</source>
        <translation>Dosyanın verileceği kişi ya da kurum</translation>
    </message>
    <message>
        <source>for example the office, or a funder</source>
        <translation>örneğin merkez ya da bir destekçi</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>Saved as soon as there is a name. Esc leaves.</source>
        <translation>Ad yazılınca kaydedilir. Esc vazgeçer.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recovery key — TN Desktop</source>
        <translation>Kurtarma anahtarı — TN Desktop</translation>
    </message>
    <message>
        <source>Your recovery key</source>
        <translation>Kurtarma anahtarınız</translation>
    </message>
    <message>
        <source>If the passphrase is forgotten, this key alone opens the notebook. It is shown only now and kept nowhere: print it or write it down, and keep the paper apart from the laptop.</source>
        <translation>Parola unutulursa defteri yalnızca bu anahtar açar. Yalnızca şimdi gösterilir ve hiçbir yerde saklanmaz: yazdırın ya da bir kâğıda yazın, kâğıdı dizüstünden ayrı bir yerde saklayın.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Kurtarma anahtarı</translation>
    </message>
    <message>
        <source>I have the key on &amp;paper</source>
        <translation>Anahtar &amp;kâğıtta, sakladım</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>&amp;Yazdır…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>K&amp;opyala</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Bitti</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Recovery key of a TN Desktop notebook</source>
        <translation>TN Desktop defterinin kurtarma anahtarı</translation>
    </message>
    <message>
        <source>Whoever has this key and the laptop can read the notebook. Keep this paper apart from the laptop. If the passphrase is forgotten, choose “Passphrase forgotten?” on the locked page and type the key.</source>
        <translation>Bu anahtara ve dizüstüne sahip olan herkes defteri okuyabilir. Bu kâğıdı dizüstünden ayrı saklayın. Parola unutulursa kilitli sayfada “Parolayı unuttunuz mu?” seçeneğiyle bu anahtarı girin.</translation>
    </message>
    <message>
        <source>Made on {day}</source>
        <translation>Tarih: {day}</translation>
    </message>
</context>
<context>
    <name>RelationEditor</name>
    <message>
        <source>Take away</source>
        <translation>Çıkar</translation>
    </message>
    <message>
        <source>Take away: {name}</source>
        <translation>Çıkar: {name}</translation>
    </message>
    <message>
        <source>Type a name, Enter adds</source>
        <translation>Ad yazın, Enter ekler</translation>
    </message>
    <message>
        <source>Type a name, ↓ shows all</source>
        <translation>Ad yazın, ↓ hepsini gösterir</translation>
    </message>
</context>
<context>
    <name>Remembering</name>
    <message>
        <source>This computer does not remember the passphrase any more.</source>
        <translation>Bu bilgisayar parolayı artık hatırlamıyor.</translation>
    </message>
</context>
<context>
    <name>RepeatWorkshop</name>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>İl</translation>
    </message>
    <message>
        <source>Date of the first session</source>
        <translation>İlk oturumun tarihi</translation>
    </message>
    <message>
        <source>Hold a workshop again</source>
        <translation>Atölyeyi yeniden düzenle</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Başlık</translation>
    </message>
    <message>
        <source>&amp;Province</source>
        <translation>&amp;İl</translation>
    </message>
    <message>
        <source>&amp;First session</source>
        <translation>İlk &amp;oturum</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Oturumlar</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Birlikte gelsin</translation>
    </message>
    <message>
        <source>&amp;Who initiated, leads, facilitates and speaks</source>
        <translation>Ön&amp;ayak olanlar, yürütenler, kolaylaştırıcılar, konuşmacılar</translation>
    </message>
    <message>
        <source>&amp;Supporters with their roles</source>
        <translation>Rolleriyle &amp;destekçiler</translation>
    </message>
    <message>
        <source>&amp;Everybody who was enrolled</source>
        <translation>&amp;Kayıtlı herkes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>&amp;Plan it</source>
        <translation>&amp;Planla</translation>
    </message>
</context>
<context>
    <name>ReportMenu</name>
    <message>
        <source>{days}, as a workbook …</source>
        <translation>{days}, çalışma kitabı olarak …</translation>
    </message>
    <message>
        <source>&amp;This year</source>
        <translation>&amp;Bu yıl</translation>
    </message>
    <message>
        <source>&amp;Last year</source>
        <translation>&amp;Geçen yıl</translation>
    </message>
    <message>
        <source>&amp;All years</source>
        <translation>Bütün &amp;yıllar</translation>
    </message>
    <message>
        <source>Impact report – {days}</source>
        <translation>Etki raporu – {days}</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Kaydedildi: {file}</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Raporu kaydet</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel çalışma kitapları (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>Rescuing</name>
    <message>
        <source>The search is being made anew … {percent} %</source>
        <translation>Arama yeniden kuruluyor … % {percent}</translation>
    </message>
    <message>
        <source>A part of the data file cannot be read. It is looked through …</source>
        <translation>Veri dosyasının bir bölümü okunamıyor. Dosya gözden geçiriliyor …</translation>
    </message>
    <message>
        <source>Rescue what can be read</source>
        <translation>Okunabileni kurtar</translation>
    </message>
    <message>
        <source>The data file is damaged in places. What you can see is there; do not wait long.</source>
        <translation>Veri dosyası yer yer hasarlı. Gördükleriniz yerinde duruyor; yine de çok beklemeyin.</translation>
    </message>
    <message>
        <source>What can be done?</source>
        <translation>Ne yapılabilir?</translation>
    </message>
    <message>
        <source>Reading what can be read …</source>
        <translation>Okunabilenler okunuyor …</translation>
    </message>
    <message>
        <source>Read from the damaged file: {rows}.</source>
        <translation>Hasarlı dosyadan okunan: {rows}.</translation>
    </message>
    <message>
        <source>Taken from the backup: {rows}.</source>
        <translation>Yedekten alınan: {rows}.</translation>
    </message>
    <message>
        <source>Lost: {rows}.</source>
        <translation>Kaybolan: {rows}.</translation>
    </message>
    <message>
        <source>No loss is known.</source>
        <translation>Bilinen bir kayıp yok.</translation>
    </message>
    <message>
        <source>Nothing could be read; the notebook is empty now.</source>
        <translation>Hiçbir şey okunamadı; defter şimdi boş.</translation>
    </message>
    <message>
        <source>Kept, and seen again when a colleague&apos;s workbook brings what they belong to: {rows}.</source>
        <translation>Saklanan, ait oldukları kayıt bir iş arkadaşınızın dosyasıyla gelince yeniden görünecek olan: {rows}.</translation>
    </message>
    <message>
        <source>The damaged file is kept as {file}.</source>
        <translation>Hasarlı dosya şu adla saklandı: {file}.</translation>
    </message>
    <message>
        <source>Files read: {read}. Taken from the backups: {backed}.</source>
        <translation>Okunan dosya: {read}. Yedeklerden alınan: {backed}.</translation>
    </message>
    <message>
        <source>Missing: {lost}. Each comes back when you choose it again, or a colleague&apos;s folder brings it.</source>
        <translation>Eksik: {lost}. Her biri, siz yeniden seçince ya da bir arkadaşınızın klasörüyle gelince geri döner.</translation>
    </message>
</context>
<context>
    <name>RosterDelegate</name>
    <message>
        <source>walk-in</source>
        <translation>yerinde kayıt</translation>
    </message>
</context>
<context>
    <name>RosterModel</name>
    <message>
        <source>No.</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad Soyad</translation>
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
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Katılım biçimi</translation>
    </message>
    <message>
        <source>signed the slip</source>
        <translation>formu imzaladı</translation>
    </message>
    <message>
        <source>Marked by {name}</source>
        <translation>İşaretleyen: {name}</translation>
    </message>
</context>
<context>
    <name>RoundEditor</name>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
</context>
<context>
    <name>RoundsTab</name>
    <message>
        <source>No round yet. “New round” takes down what you try first: what you do, why, and what comes of it.</source>
        <translation>Henüz uygulama turu yok. “Yeni tur” ile ilk denemenizi yazın: ne yaptınız, neden, ne sonuç verdi.</translation>
    </message>
    <message>
        <source>Rounds of this solution</source>
        <translation>Bu çözümün uygulama turları</translation>
    </message>
</context>
<context>
    <name>RowsPage</name>
    <message>
        <source>No rows of this kind.</source>
        <translation>Bu türden satır yok.</translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation>Tümü {n}</translation>
    </message>
    <message>
        <source>≠ Differs {n}</source>
        <translation>≠ Farklı {n}</translation>
    </message>
    <message>
        <source>No data {n}</source>
        <translation>Veri değil {n}</translation>
    </message>
    <message numerus="yes">
        <source>%n people will be added</source>
        <translation>
            <numerusform>%n kişi eklenecek</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows will be added</source>
        <translation>
            <numerusform>%n kayıt eklenecek</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are already known</source>
        <translation>
            <numerusform>%n kişi zaten kayıtlı</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ and stay as they are stored</source>
        <translation>
            <numerusform>%n farklı, kayıtlı haliyle kalacak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait for your word; without it they are left out</source>
        <translation>
            <numerusform>%n satır kararınızı bekliyor; karar vermezseniz alınmaz</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are left out</source>
        <translation>
            <numerusform>%n satır alınmayacak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be taken as they are</source>
        <translation>
            <numerusform>%n satır bu haliyle alınamıyor</numerusform>
        </translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Satır</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>Listede</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Ne olacak</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Neden</translation>
    </message>
    <message>
        <source>no person</source>
        <translation>kişi değil</translation>
    </message>
    <message>
        <source>no row of the list</source>
        <translation>listenin satırı değil</translation>
    </message>
    <message>
        <source>added as somebody new</source>
        <translation>yeni kişi olarak eklenecek</translation>
    </message>
    <message>
        <source>added as a new one</source>
        <translation>yeni kayıt olarak eklenecek</translation>
    </message>
    <message>
        <source>the stored person</source>
        <translation>kayıtlı kişi</translation>
    </message>
    <message>
        <source>the stored one</source>
        <translation>kayıtlı olan</translation>
    </message>
    <message>
        <source>the person further up</source>
        <translation>yukarıdaki kişi</translation>
    </message>
    <message>
        <source>the one further up</source>
        <translation>yukarıdaki kayıt</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>alınmayacak</translation>
    </message>
    <message>
        <source>taken without the wrong value</source>
        <translation>yanlış değer olmadan alınacak</translation>
    </message>
    <message>
        <source>Fills in: {fields}</source>
        <translation>Doldurulacak: {fields}</translation>
    </message>
    <message>
        <source>Taken from the list: {fields}</source>
        <translation>Listeden alınacak: {fields}</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>Everything</source>
        <translation>Her şey</translation>
    </message>
    <message>
        <source>Only what the others do not have yet</source>
        <translation>Yalnızca diğerlerinde henüz olmayanlar</translation>
    </message>
    <message>
        <source>One province</source>
        <translation>Bir il</translation>
    </message>
    <message>
        <source>One community</source>
        <translation>Bir topluluk</translation>
    </message>
    <message>
        <source>Nothing has come from these for {days} days, so this file does not wait for what they lack: {names}. Send them everything.</source>
        <translation>Şunlardan {days} gündür dosya gelmedi; bu dosya onlarda eksik olanı beklemez: {names}. Onlara her şeyi gönderin.</translation>
    </message>
    <message>
        <source>Give a passphrase of at least {least} letters, or tick “Without a passphrase”.</source>
        <translation>En az {least} harflik bir parola yazın ya da “Parolasız” kutusunu işaretleyin.</translation>
    </message>
    <message>
        <source>There is no province of that name.</source>
        <translation>Bu adda bir il yok.</translation>
    </message>
    <message>
        <source>TN exchange {day}</source>
        <translation>TN alışveriş {day}</translation>
    </message>
    <message>
        <source>Save the workbook</source>
        <translation>Dosyayı kaydet</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel dosyası (*.xlsx)</translation>
    </message>
    <message numerus="yes">
        <source>Written: {files}, with data of %n person(s).</source>
        <translation>
            <numerusform>Yazıldı: {files}; içinde %n kişinin verisi var.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of outputs lie in “TN-files” beside it: send them along.</source>
        <translation>
            <numerusform>%n çıktı dosyası yanındaki “TN-files” klasöründe: onları da gönderin.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Durdur</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Send — TN Desktop</source>
        <translation>Gönder — TN Desktop</translation>
    </message>
    <message>
        <source>Send a workbook</source>
        <translation>Dosya gönder</translation>
    </message>
    <message>
        <source>It goes by USB stick, e-mail, WhatsApp or a shared folder, and may arrive late or twice: nothing gets lost. Excel opens it as well, and what is corrected there comes back with it.</source>
        <translation>Dosya USB bellekle, e-postayla, WhatsApp&apos;la ya da ortak klasörle gider; geç ya da iki kez ulaşsa da hiçbir şey kaybolmaz. Excel de açar; orada düzeltilenler dosyayla geri gelir.</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Ne</translation>
    </message>
    <message>
        <source>What to send</source>
        <translation>Ne gönderilecek</translation>
    </message>
    <message>
        <source>P&amp;rovince</source>
        <translation>&amp;İl</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>İl</translation>
    </message>
    <message>
        <source>Co&amp;mmunity</source>
        <translation>Toplul&amp;uk</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Topluluk</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Parola</translation>
    </message>
    <message>
        <source>Passphrase of the workbook</source>
        <translation>Dosyanın parolası</translation>
    </message>
    <message>
        <source>Tell it by another way than the file</source>
        <translation>Dosyadan başka bir yolla bildirin</translation>
    </message>
    <message>
        <source>Without a &amp;passphrase</source>
        <translation>Par&amp;olasız</translation>
    </message>
    <message>
        <source>&amp;Remember it on this computer, for workbooks of this network</source>
        <translation>Bu ağın dosyaları için parolayı bu bilgisayarda &amp;hatırla</translation>
    </message>
    <message>
        <source>With the &amp;files of outputs, in the folder “TN-files” beside it</source>
        <translation>Çıktı &amp;dosyalarıyla birlikte, yanındaki “TN-files” klasöründe</translation>
    </message>
    <message>
        <source>&amp;Given to</source>
        <translation>K&amp;ime verilecek</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>İlerleme</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>K&amp;lasörde göster</translation>
    </message>
    <message>
        <source>&amp;Save the workbook…</source>
        <translation>Dosyayı &amp;kaydet…</translation>
    </message>
</context>
<context>
    <name>SessionDays</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n oturum</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionsHeader</name>
    <message>
        <source>cancelled</source>
        <translation>iptal</translation>
    </message>
</context>
<context>
    <name>SessionsTab</name>
    <message>
        <source>No session yet. “+ New session” adds one; its date can be changed with F2.</source>
        <translation>Henüz oturum yok. “+ Yeni oturum” ekler; tarihi F2 ile değişir.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
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
        <source>How</source>
        <translation>Nasıl</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Kişiler</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>&amp;Date and time	F2</source>
        <translation>&amp;Tarih ve saat	F2</translation>
    </message>
    <message>
        <source>&amp;Postpone, new date…</source>
        <translation>&amp;Ertele, yeni tarih…</translation>
    </message>
    <message>
        <source>&amp;Cancel this session</source>
        <translation>Oturumu &amp;iptal et</translation>
    </message>
    <message>
        <source>&amp;Goes ahead after all</source>
        <translation>Yine de &amp;yapılacak</translation>
    </message>
    <message>
        <source>&amp;Remove	Del</source>
        <translation>&amp;Sil	Del</translation>
    </message>
    <message>
        <source>Session {number} · {date} {time}</source>
        <translation>{number}. oturum · {date} {time}</translation>
    </message>
    <message>
        <source>Moved; first planned for {date}</source>
        <translation>Ertelendi; ilk tarihi: {date}</translation>
    </message>
    <message>
        <source>Write down &amp;needs…</source>
        <translation>&amp;İhtiyaçları yaz…</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>As the system</source>
        <translation>Sistemdeki gibi</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Açık</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Koyu</translation>
    </message>
    <message>
        <source>Making up people and workshops: {percent}%</source>
        <translation>Kişiler ve atölyeler uyduruluyor: %{percent}</translation>
    </message>
    <message>
        <source>Settings — TN Desktop</source>
        <translation>Ayarlar — TN Desktop</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ayarlar</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Adınız ve &amp;soyadınız</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Adınız ve soyadınız</translation>
    </message>
    <message>
        <source>Your &amp;province</source>
        <translation>&amp;İliniz</translation>
    </message>
    <message>
        <source>Your province</source>
        <translation>İliniz</translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation>&amp;Kurum</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Kuruluş</translation>
    </message>
    <message>
        <source>Printed on sheets and in workbooks</source>
        <translation>İmza listelerine ve Excel dosyalarına basılır</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Dil</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Dil</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Görünüm</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Görünüm</translation>
    </message>
    <message>
        <source>Folder of this notebook</source>
        <translation>Bu defterin klasörü</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Klasörü aç</translation>
    </message>
    <message>
        <source>Forget on this computer</source>
        <translation>Bu bilgisayarda unut</translation>
    </message>
    <message>
        <source>Shared laptops</source>
        <translation>Ortak dizüstüler</translation>
    </message>
    <message>
        <source>Notebook on a stick…</source>
        <translation>Bellekte defter…</translation>
    </message>
    <message>
        <source>Made-up data</source>
        <translation>Deneme verileri</translation>
    </message>
    <message>
        <source>Open a notebook to look around in</source>
        <translation>Gezinmek için bir defter aç</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Onu sil</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Değiştir…</translation>
    </message>
    <message>
        <source>Protect with a passphrase…</source>
        <translation>Parolayla koru…</translation>
    </message>
    <message numerus="yes">
        <source>locks after %n minute(s)</source>
        <translation>
            <numerusform>%n dakika dokunulmazsa kilitlenir</numerusform>
        </translation>
    </message>
    <message>
        <source>locks by Ctrl+L only</source>
        <translation>yalnızca Ctrl+L ile kilitlenir</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Parola</translation>
    </message>
    <message>
        <source>New recovery key…</source>
        <translation>Yeni kurtarma anahtarı…</translation>
    </message>
    <message>
        <source>When the notebook locks itself</source>
        <translation>Defter kendiliğinden ne zaman kilitlenir</translation>
    </message>
</context>
<context>
    <name>SlipKeeper</name>
    <message>
        <source>6: she signed the notice, and agrees to</source>
        <translation>6: aydınlatmayı imzaladı ve şunlara rıza verdi</translation>
    </message>
    <message>
        <source>{name} · slip recorded: {what}. Undo: Ctrl+Z</source>
        <translation>{name} · form kaydedildi: {what}. Geri al: Ctrl+Z</translation>
    </message>
    <message>
        <source>{name} · was recorded already: {what}</source>
        <translation>{name} · zaten kayıtlı: {what}</translation>
    </message>
</context>
<context>
    <name>SolutionDetail</name>
    <message>
        <source>Choose a solution on the left to see its rounds. Ctrl+N adds a new one.</source>
        <translation>Uygulama turlarını görmek için soldan bir çözüm seçin. Ctrl+N yenisini ekler.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Ulaşılan</translation>
    </message>
    <message>
        <source>No output yet. “New output” takes down what came out of it: a lesson plan, a video …</source>
        <translation>Henüz çıktı yok. “Yeni çıktı” ile ortaya çıkanı yazın: ders planı, video …</translation>
    </message>
    <message>
        <source>New solution</source>
        <translation>Yeni çözüm</translation>
    </message>
    <message>
        <source>Answers: {needs}</source>
        <translation>Yanıt verdiği: {needs}</translation>
    </message>
    <message>
        <source>&amp;Rounds</source>
        <translation>&amp;Turlar</translation>
    </message>
    <message>
        <source>O&amp;utputs</source>
        <translation>Çıktı&amp;lar</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>başlangıç: {date}</translation>
    </message>
    <message>
        <source>Outputs of this solution</source>
        <translation>Bu çözümün çıktıları</translation>
    </message>
    <message>
        <source>&amp;Chain</source>
        <translation>&amp;Zincir</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Bilgiler</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>+ New out&amp;put</source>
        <translation>+ Yeni çı&amp;ktı</translation>
    </message>
    <message>
        <source>+ &amp;New round</source>
        <translation>+ &amp;Yeni tur</translation>
    </message>
</context>
<context>
    <name>SolutionForm</name>
    <message>
        <source>Solution</source>
        <translation>Çözüm</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Nereden doğdu</translation>
    </message>
</context>
<context>
    <name>SolutionsList</name>
    <message>
        <source>Solutions</source>
        <translation>Çözümler</translation>
    </message>
    <message>
        <source>Search title, description, province</source>
        <translation>Başlık, açıklama, il ara</translation>
    </message>
    <message>
        <source>No solution yet. Take down what you try for a need: give it a name, the rounds follow.</source>
        <translation>Henüz çözüm yok. Bir ihtiyaç için denediğinizi yazın: önce adı, ardından uygulama turları.</translation>
    </message>
    <message>
        <source>+ New solution</source>
        <translation>+ Yeni çözüm</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>İl</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Tur</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Çıktı</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Başlangıç</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Topluluk</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>İhtiyaç</translation>
    </message>
</context>
<context>
    <name>SolutionsPane</name>
    <message>
        <source>Solutions</source>
        <translation>Çözümler</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Çıktılar</translation>
    </message>
</context>
<context>
    <name>StakeholderDetail</name>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Role there</source>
        <translation>Oradaki görevi</translation>
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
        <source>Nobody to talk to yet. Type a name above; F2 then writes down the role there.</source>
        <translation>Henüz ilgili kişi yok. Yukarıya bir ad yazın; oradaki görevi F2 ile yazılır.</translation>
    </message>
    <message>
        <source>New stakeholder</source>
        <translation>Yeni paydaş</translation>
    </message>
    <message>
        <source>&amp;Contacts</source>
        <translation>İl&amp;gili kişiler</translation>
    </message>
    <message>
        <source>Add a contact: type a name, Enter</source>
        <translation>İlgili kişi ekleyin: adı yazın, Enter</translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation>İlgili kişi ekle</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>İlgili kişiler</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Bilgiler</translation>
    </message>
    <message>
        <source>Choose a stakeholder on the left to see what was agreed. Ctrl+N adds a new one.</source>
        <translation>Neler konuşulduğunu görmek için soldan bir paydaş seçin. Ctrl+N yenisini ekler.</translation>
    </message>
    <message>
        <source>&amp;Engagements</source>
        <translation>Görüşm&amp;eler</translation>
    </message>
    <message>
        <source>call: what it was about → next step 21.03, Enter</source>
        <translation>telefon: konu → sonraki adım 21.03, Enter</translation>
    </message>
    <message>
        <source>Log an engagement</source>
        <translation>Görüşme kaydet</translation>
    </message>
    <message>
        <source>Engagements</source>
        <translation>Görüşmeler</translation>
    </message>
    <message>
        <source>S&amp;upports</source>
        <translation>&amp;Destekledikleri</translation>
    </message>
    <message>
        <source>Role of the next one</source>
        <translation>Sıradakinin rolü</translation>
    </message>
    <message>
        <source>What it supports</source>
        <translation>Destekledikleri</translation>
    </message>
</context>
<context>
    <name>StakeholderForm</name>
    <message>
        <source>Stakeholder</source>
        <translation>Paydaş</translation>
    </message>
    <message>
        <source>How to reach it</source>
        <translation>Nasıl ulaşılır</translation>
    </message>
    <message>
        <source>What you know of it</source>
        <translation>Bildikleriniz</translation>
    </message>
    <message>
        <source>What it can do</source>
        <translation>Neler yapabilir</translation>
    </message>
</context>
<context>
    <name>StakeholdersPane</name>
    <message>
        <source>Stakeholders</source>
        <translation>Paydaşlar</translation>
    </message>
    <message>
        <source>Search name, discipline, province</source>
        <translation>Ad, alan, il arayın</translation>
    </message>
    <message>
        <source>No stakeholder yet. Add the first NGO, agency, university or expert you work with.</source>
        <translation>Henüz paydaş yok. Birlikte çalıştığınız ilk STK, kurum, üniversite ya da uzmanı ekleyin.</translation>
    </message>
    <message>
        <source>+ New stakeholder</source>
        <translation>+ Yeni paydaş</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>İl</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>İlgili kişiler</translation>
    </message>
    <message>
        <source>Discipline</source>
        <translation>Alan</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Takip</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>Takipler</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Günü gelenler</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>At the keyboard: {name}</source>
        <translation>Klavye başında: {name}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Geri al</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Dil</translation>
    </message>
    <message>
        <source>Whose notebook this is</source>
        <translation>Bu defter kimin</translation>
    </message>
    <message>
        <source>Everything you type is saved by itself</source>
        <translation>Yazdığınız her şey kendiliğinden kaydedilir</translation>
    </message>
    <message>
        <source>Last saved: {time}</source>
        <translation>Son kayıt: {time}</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>Step {number}</source>
        <translation>Adım {number}</translation>
    </message>
    <message>
        <source>We are here</source>
        <translation>Buradayız</translation>
    </message>
    <message>
        <source>✔ all there</source>
        <translation>✔ hepsi var</translation>
    </message>
    <message>
        <source>● We are here</source>
        <translation>● Buradayız</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>min</source>
        <translation>dk</translation>
    </message>
    <message>
        <source>Take this step out</source>
        <translation>Bu adımı çıkar</translation>
    </message>
    <message>
        <source>Minutes of step {number}</source>
        <translation>{number}. adımın süresi (dakika)</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>{number}. adım</translation>
    </message>
</context>
<context>
    <name>StepsEditor</name>
    <message>
        <source>+ Step</source>
        <translation>+ Adım</translation>
    </message>
    <message>
        <source>Together {minutes} min</source>
        <translation>Toplam {minutes} dk</translation>
    </message>
</context>
<context>
    <name>SupportersField</name>
    <message>
        <source>Type a stakeholder&apos;s name</source>
        <translation>Paydaşın adını yazın</translation>
    </message>
    <message>
        <source>Role of the next one</source>
        <translation>Eklenecek paydaşın rolü</translation>
    </message>
</context>
<context>
    <name>SupportersTab</name>
    <message>
        <source>Nobody supports this workshop yet. Choose a role above and type a name.</source>
        <translation>Bu atölyenin henüz destekçisi yok. Yukarıdan rolü seçip adı yazın.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>İl</translation>
    </message>
    <message>
        <source>{name} has this role already.</source>
        <translation>{name} bu rolle zaten listede.</translation>
    </message>
</context>
<context>
    <name>SupportsTab</name>
    <message>
        <source>Supports nothing yet. Choose a role above, then type a community or workshop.</source>
        <translation>Henüz bir şeyi desteklemiyor. Yukarıdan rol seçin, ardından topluluk ya da atölye adını yazın.</translation>
    </message>
    <message>
        <source>Community: type its name</source>
        <translation>Topluluk: adını yazın</translation>
    </message>
    <message>
        <source>Workshop: type its name</source>
        <translation>Atölye: adını yazın</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roller</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>İl</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Topluluk</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Atölye</translation>
    </message>
    <message>
        <source>S&amp;upports</source>
        <translation>&amp;Destekledikleri</translation>
    </message>
</context>
<context>
    <name>SurveysPart</name>
    <message>
        <source>Surveys</source>
        <translation>Anketler</translation>
    </message>
    <message>
        <source>Enter results of a survey that asked people everywhere</source>
        <translation>Ağın her yerinden insanlara sorulan bir anketin sonuçlarını girin</translation>
    </message>
    <message>
        <source>Search community, workshop</source>
        <translation>Topluluk, atölye arayın</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>Dalga</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>No survey yet. Type a community&apos;s or a workshop&apos;s name below to enter its first results.</source>
        <translation>Henüz anket yok. İlk sonuçları girmek için aşağıya bir topluluk ya da atölye adı yazın.</translation>
    </message>
    <message>
        <source>Survey of a community: type its name</source>
        <translation>Topluluk anketi: adını yazın</translation>
    </message>
    <message>
        <source>Survey of a workshop: type its name</source>
        <translation>Atölye anketi: adını yazın</translation>
    </message>
    <message>
        <source>Counts and means only: who answered what is never entered here.</source>
        <translation>Yalnızca sayı ve ortalama girilir; kimin ne yanıt verdiği yazılmaz.</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Sonuçlar</translation>
    </message>
    <message>
        <source>No result yet. Type wave, answers and mean above, Enter adds.</source>
        <translation>Henüz sonuç yok. Dalgayı, yanıt sayısını ve ortalamayı yukarıya yazın; Enter ekler.</translation>
    </message>
    <message>
        <source>Indicator shown over the waves</source>
        <translation>Dalgalar boyunca gösterilen gösterge</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Dalga</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Gösterge</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Yanıt</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Ortalama</translation>
    </message>
    <message>
        <source>Best value</source>
        <translation>En iyi değer</translation>
    </message>
    <message>
        <source>Choose on the left whose results you want to see.</source>
        <translation>Sonuçlarını görmek istediğinizi soldan seçin.</translation>
    </message>
    <message>
        <source>The whole network</source>
        <translation>Bütün ağ</translation>
    </message>
    <message>
        <source>Survey of the whole network</source>
        <translation>Bütün ağın anketi</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Ağ</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Topluluk</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Atölye</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Session</source>
        <translation>Oturum</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>İhtiyaç</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Karar</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>Çözüm</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>Uygulama turu</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Çıktı</translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation>Görüşme</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>Anket</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Katıldı</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Ayrıldı</translation>
    </message>
    <message>
        <source>Working group</source>
        <translation>Çalışma grubu</translation>
    </message>
    <message>
        <source>Founded</source>
        <translation>Kuruldu</translation>
    </message>
</context>
<context>
    <name>TimelineTab</name>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Nasıl</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Sayı</translation>
    </message>
    <message>
        <source>Nothing yet. Members, needs, decisions and workshops will stand here by their dates.</source>
        <translation>Henüz bir şey yok. Üyeler, ihtiyaçlar, kararlar ve atölyeler tarihleriyle burada duracak.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Hepsi</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s), more below</source>
        <translation>
            <numerusform>%n kayıt, aşağıda devamı var</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n kayıt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n oy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n kişi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToDoList</name>
    <message>
        <source>To do</source>
        <translation>Yapılacaklar</translation>
    </message>
    <message numerus="yes">
        <source>Chosen, and nobody has taken them up (%n)</source>
        <translation>
            <numerusform>Seçilip ele alınmayan ihtiyaçlar (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n oy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On waiting lists (%n)</source>
        <translation>
            <numerusform>Bekleme listelerinde (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n bekleyen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits. Enjoy the day.</source>
        <translation>Bekleyen bir iş yok. İyi günler.</translation>
    </message>
    <message numerus="yes">
        <source>Requests about data (%n)</source>
        <translation>
            <numerusform>Veri başvuruları (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer by {day}; the law gives thirty days</source>
        <translation>Son yanıt günü: {day}; kanun otuz gün tanır</translation>
    </message>
    <message>
        <source>Texts to sign</source>
        <translation>İmzalanacak metinler</translation>
    </message>
    <message>
        <source>A new version came with a file: {version}</source>
        <translation>Bir dosyayla yeni bir sürüm geldi: {version}</translation>
    </message>
    <message>
        <source>It is not handed out here before you say so.</source>
        <translation>Siz onaylamadan burada kimseye verilmez.</translation>
    </message>
    <message numerus="yes">
        <source>Follow-ups (%n)</source>
        <translation>
            <numerusform>Takipler (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n geciken</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs to talk about</source>
        <translation>Konuşulacak ihtiyaçlar</translation>
    </message>
    <message numerus="yes">
        <source>%n raised, not discussed yet</source>
        <translation>
            <numerusform>Dile getirilen, konuşulmamış %n ihtiyaç</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPane</name>
    <message>
        <source>To do</source>
        <translation>Yapılacaklar</translation>
    </message>
    <message>
        <source>Your notebook is empty</source>
        <translation>Defteriniz boş</translation>
    </message>
    <message>
        <source>Begin with a list of teachers: import the Excel file you have, drop it onto this window, or paste its rows. Then gather them in a community and plan the first workshop.</source>
        <translation>Bir öğretmen listesiyle başlayın: elinizdeki Excel dosyasını alın, bu pencerenin üzerine bırakın ya da satırlarını yapıştırın. Sonra onları bir toplulukta toplayıp ilk atölyeyi planlayın.</translation>
    </message>
    <message>
        <source>No session is planned</source>
        <translation>Planlanmış oturum yok</translation>
    </message>
    <message>
        <source>Plan the next workshop, and its sessions will be waiting here on their day.</source>
        <translation>Bir sonraki atölyeyi planlayın; oturumları, günü geldiğinde burada sizi bekler.</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <extracomment>The long date in the order of the language; Qt writes the names of month and day.</extracomment>
        <translation>d MMMM yyyy, dddd</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Bugün</translation>
    </message>
    <message>
        <source>Attendance not taken yet</source>
        <translation>Yoklaması alınmamış</translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>Yaklaşan</translation>
    </message>
    <message numerus="yes">
        <source>Missing details: %n person(s)</source>
        <translation>
            <numerusform>Eksik bilgiler: %n kişi</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM, ddd</source>
        <translation>d MMM, ddd</translation>
    </message>
    <message>
        <source>No session today.</source>
        <translation>Bugün oturum yok.</translation>
    </message>
    <message numerus="yes">
        <source>%n marked</source>
        <translation>
            <numerusform>%n işaretli</numerusform>
        </translation>
    </message>
    <message>
        <source>no marks yet</source>
        <translation>yoklama alınmadı</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Oturumlar</translation>
    </message>
    <message>
        <source>Take attendance  ⏎</source>
        <translation>Yoklama al  ⏎</translation>
    </message>
    <message>
        <source>Print sheet</source>
        <translation>İmza listesi yazdır</translation>
    </message>
    <message>
        <source>Show workshop</source>
        <translation>Atölyeyi göster</translation>
    </message>
    <message>
        <source>Import a list of people…</source>
        <translation>Kişi listesi al…</translation>
    </message>
    <message>
        <source>New community</source>
        <translation>Yeni topluluk</translation>
    </message>
    <message>
        <source>Plan a workshop</source>
        <translation>Atölye planla</translation>
    </message>
</context>
<context>
    <name>ToolCard</name>
    <message>
        <source>Steps</source>
        <translation>Adımlar</translation>
    </message>
    <message>
        <source>You need</source>
        <translation>Gerekenler</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>İpuçları</translation>
    </message>
    <message>
        <source>Trains</source>
        <translation>Geliştirdiği beceriler</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Katkı verenler</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notlar</translation>
    </message>
    <message>
        <source>Used in</source>
        <translation>Kullanıldığı oturumlar</translation>
    </message>
    <message>
        <source>Nothing is written down yet: the tab “Edit” has the fields.</source>
        <translation>Henüz bir şey yazılmamış: alanlar “Düzenle” sekmesinde.</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} dk</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n oturum</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToolDetail</name>
    <message>
        <source>Choose a tool on the left to read it. Ctrl+N makes one of your own.</source>
        <translation>Okumak için soldan bir araç seçin. Ctrl+N ile kendi aracınızı ekleyebilirsiniz.</translation>
    </message>
    <message>
        <source>New tool of your own</source>
        <translation>Kendi yeni aracınız</translation>
    </message>
    <message>
        <source>{title} (my own)</source>
        <translation>{title} (benimki)</translation>
    </message>
    <message>
        <source>{whose} · put away</source>
        <translation>{whose} · rafta</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Sizin aracınız</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Kitaplık</translation>
    </message>
    <message>
        <source>Library, changed</source>
        <translation>Kitaplık, değiştirildi</translation>
    </message>
    <message>
        <source>Use &amp;again</source>
        <translation>&amp;Raftan indir</translation>
    </message>
    <message>
        <source>Put &amp;away</source>
        <translation>&amp;Rafa kaldır</translation>
    </message>
    <message>
        <source>&amp;Card</source>
        <translation>&amp;Kart</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kart</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Düzenle</translation>
    </message>
    <message>
        <source>Copy as my &amp;own</source>
        <translation>K&amp;opyala: kendi aracım olsun</translation>
    </message>
    <message>
        <source>&amp;Restore the shipped text</source>
        <translation>K&amp;itaplıktaki metne dön</translation>
    </message>
    <message>
        <source>A tool that is put away is not offered for agendas.</source>
        <translation>Rafa kaldırılan araç akış hazırlarken önerilmez.</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;Yazdır</translation>
    </message>
    <message>
        <source>Print the card (Ctrl+P)</source>
        <translation>Kartı yazdır (Ctrl+P)</translation>
    </message>
</context>
<context>
    <name>ToolForm</name>
    <message>
        <source>The minutes of the steps together</source>
        <translation>Adımların toplam süresi</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} dk</translation>
    </message>
    <message>
        <source>up to {most} people</source>
        <translation>en çok {most} kişi</translation>
    </message>
    <message>
        <source>from {least} people</source>
        <translation>en az {least} kişi</translation>
    </message>
    <message>
        <source>{least}–{most} people</source>
        <translation>{least}–{most} kişi</translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation>her yerde</translation>
    </message>
    <message>
        <source>≤ {minutes} min</source>
        <translation>≤ {minutes} dk</translation>
    </message>
    <message>
        <source>{number} people</source>
        <translation>{number} kişi</translation>
    </message>
</context>
<context>
    <name>ToolsPane</name>
    <message>
        <source>Engagement tools</source>
        <translation>Etkileşim araçları</translation>
    </message>
    <message>
        <source>Search title, purpose, skill</source>
        <translation>Ad, amaç, beceri ara</translation>
    </message>
    <message>
        <source>No tool is left here. Make one of your own, or bring back the library below.</source>
        <translation>Burada hiç araç kalmamış. Kendi aracınızı ekleyin ya da aşağıdan kitaplığı geri getirin.</translation>
    </message>
    <message>
        <source>+ New tool</source>
        <translation>+ Yeni araç</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Süre</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grup</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Düzey</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Nasıl</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Beceri</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>rafta</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Kullanım</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>kullanımda</translation>
    </message>
    <message>
        <source>{title} (put away)</source>
        <translation>{title} (rafta)</translation>
    </message>
    <message numerus="yes">
        <source>Bring back %n removed tool(s) of the library</source>
        <translation>
            <numerusform>Kitaplıktan kaldırılan %n aracı geri getir</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>İki parola aynı değil.</translation>
    </message>
    <message>
        <source>This notebook is locked</source>
        <translation>Bu defter kilitli</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Parola</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Parola</translation>
    </message>
    <message>
        <source>&amp;Recovery key, from the paper</source>
        <translation>Kâğıttaki &amp;kurtarma anahtarı</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Kurtarma anahtarı</translation>
    </message>
    <message>
        <source>&amp;New passphrase</source>
        <translation>&amp;Yeni parola</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Yeni parola</translation>
    </message>
    <message>
        <source>New passphrase &amp;again</source>
        <translation>Yeni parola bir kez &amp;daha</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>Yeni parola bir kez daha</translation>
    </message>
    <message>
        <source>&amp;Show the letters</source>
        <translation>&amp;Harfleri göster</translation>
    </message>
    <message>
        <source>&amp;Remember on this computer</source>
        <translation>&amp;Bu bilgisayarda hatırla</translation>
    </message>
    <message>
        <source>Whoever is logged in at this computer opens the notebook without the passphrase, until you have it forgotten in the settings.</source>
        <translation>Bu bilgisayarda oturumu açık olan kişi defteri parolasız açar; ayarlardan unutturana kadar.</translation>
    </message>
    <message>
        <source>Passphrase forgotten?</source>
        <translation>Parolayı unuttunuz mu?</translation>
    </message>
    <message>
        <source>Back to the passphrase</source>
        <translation>Parolaya dön</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Aç</translation>
    </message>
    <message>
        <source>Asking this computer&apos;s keyring …</source>
        <translation>Bu bilgisayarın anahtarlığına soruluyor …</translation>
    </message>
    <message>
        <source>Next try in {seconds} seconds.</source>
        <translation>Yeniden denemek için {seconds} saniye bekleyin.</translation>
    </message>
</context>
<context>
    <name>VoicesPane</name>
    <message>
        <source>Q&amp;uotations</source>
        <translation>&amp;Alıntılar</translation>
    </message>
    <message>
        <source>Su&amp;rveys</source>
        <translation>An&amp;ketler</translation>
    </message>
</context>
<context>
    <name>WalkInModel</name>
    <message>
        <source>type the full name</source>
        <translation>adı ve soyadı yazın</translation>
    </message>
    <message>
        <source>add as a new person, present</source>
        <translation>yeni kişi olarak ekle: katıldı</translation>
    </message>
    <message>
        <source>known</source>
        <translation>kayıtlı</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>aynı adda kayıtlı</translation>
    </message>
    <message>
        <source>already on the list</source>
        <translation>zaten listede</translation>
    </message>
</context>
<context>
    <name>WalkInRow</name>
    <message>
        <source>+   Not on the list: type the full name  (Enter: add, ↓: choose a known person)</source>
        <translation>+   Listede olmayan: ad soyad yazın  (Enter: ekle, ↓: kayıtlılardan seç)</translation>
    </message>
    <message>
        <source>Add somebody who is not on the list</source>
        <translation>Listede olmayan birini ekle</translation>
    </message>
</context>
<context>
    <name>WaveChart</name>
    <message>
        <source>wave {wave}: {mean}</source>
        <translation>{wave}. dalga: {mean}</translation>
    </message>
    <message>
        <source>wave {wave} · n {n}</source>
        <translation>{wave}. dalga · n {n}</translation>
    </message>
</context>
<context>
    <name>WelcomeBand</name>
    <message>
        <source>came</source>
        <translation>kişi geldi</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Hoş geldiniz</translation>
    </message>
</context>
<context>
    <name>WorkingGroup</name>
    <message>
        <source>Grows out of</source>
        <translation>İçinden çıktığı</translation>
    </message>
    <message>
        <source>Type a community&apos;s name, Enter adds</source>
        <translation>Topluluğun adını yazın, Enter ekler</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Üyeler</translation>
    </message>
    <message>
        <source>Type a name, Enter adds</source>
        <translation>Ad yazın, Enter ekler</translation>
    </message>
    <message>
        <source>Nothing is saved yet. Press Esc again to leave without saving.</source>
        <translation>Henüz hiçbir şey kaydedilmedi. Kaydetmeden çıkmak için yeniden Esc.</translation>
    </message>
    <message>
        <source>New working group</source>
        <translation>Yeni çalışma grubu</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Ad</translation>
    </message>
    <message>
        <source>What &amp;gathers it</source>
        <translation>&amp;Meselesi</translation>
    </message>
    <message>
        <source>Grows out &amp;of</source>
        <translation>&amp;İçinden çıktığı</translation>
    </message>
    <message>
        <source>&amp;Members</source>
        <translation>&amp;Üyeler</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>&amp;Set it up</source>
        <translation>Gr&amp;ubu kur</translation>
    </message>
</context>
<context>
    <name>WorkshopDetail</name>
    <message>
        <source>&amp;Sessions</source>
        <translation>&amp;Oturumlar</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Oturumlar</translation>
    </message>
    <message>
        <source>A session like the last one, a week later</source>
        <translation>Sonuncusu gibi bir oturum, bir hafta sonra</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>&amp;Değiştir</translation>
    </message>
    <message>
        <source>Move, postpone, cancel or remove this session</source>
        <translation>Bu oturumu taşıyın, erteleyin, iptal edin ya da silin</translation>
    </message>
    <message>
        <source>&amp;Attendance</source>
        <translation>&amp;Katılım</translation>
    </message>
    <message>
        <source>People and sessions</source>
        <translation>Kişiler ve oturumlar</translation>
    </message>
    <message>
        <source>Choose a workshop on the left to see its sessions. Ctrl+N plans a new one.</source>
        <translation>Oturumlarını görmek için soldan bir atölye seçin. Ctrl+N yeni atölye planlar.</translation>
    </message>
    <message>
        <source>New workshop</source>
        <translation>Yeni atölye</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n oturum</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Enrolled</source>
        <translation>Kayıt&amp;lılar</translation>
    </message>
    <message>
        <source>+ &amp;New session</source>
        <translation>+ &amp;Yeni oturum</translation>
    </message>
    <message>
        <source>Put on the list: type a name, Enter</source>
        <translation>Listeye ekleyin: adı yazın, Enter</translation>
    </message>
    <message>
        <source>Put somebody on the list</source>
        <translation>Listeye kişi ekle</translation>
    </message>
    <message>
        <source>From &amp;community…</source>
        <translation>&amp;Topluluktan…</translation>
    </message>
    <message>
        <source>&amp;List…</source>
        <translation>Li&amp;ste…</translation>
    </message>
    <message>
        <source>Paste a list from Excel or WhatsApp, or open a file</source>
        <translation>Excel veya WhatsApp listesini yapıştırın ya da bir dosya açın</translation>
    </message>
    <message>
        <source>Enrolled people</source>
        <translation>Kayıtlılar</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Bilgiler</translation>
    </message>
    <message>
        <source>&amp;Take attendance  ⏎</source>
        <translation>Yokl&amp;ama al  ⏎</translation>
    </message>
    <message>
        <source>&amp;Print  Ctrl+P</source>
        <translation>Ya&amp;zdır  Ctrl+P</translation>
    </message>
    <message>
        <source>E&amp;xcel</source>
        <translation>E&amp;xcel</translation>
    </message>
    <message>
        <source>&amp;Waiting list</source>
        <translation>&amp;Bekleme listesi</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>Di&amp;ğer</translation>
    </message>
    <message>
        <source>time {number} of {total}</source>
        <translation>{number}. kez (toplam {total})</translation>
    </message>
    <message>
        <source>&amp;As last year…</source>
        <translation>&amp;Geçen yılki gibi…</translation>
    </message>
    <message>
        <source>In another &amp;province…</source>
        <translation>Başka &amp;ilde tekrarla…</translation>
    </message>
    <message>
        <source>Role of the next one</source>
        <translation>Eklenecek paydaşın rolü</translation>
    </message>
    <message>
        <source>Add a supporter: type the stakeholder&apos;s name</source>
        <translation>Destekçi ekleyin: paydaşın adını yazın</translation>
    </message>
    <message>
        <source>Add a supporter</source>
        <translation>Destekçi ekle</translation>
    </message>
    <message>
        <source>Supporters</source>
        <translation>Destekçiler</translation>
    </message>
    <message>
        <source>Add a need that it answers: type some of its words</source>
        <translation>Yanıt verdiği ihtiyacı ekleyin: birkaç sözcüğünü yazın</translation>
    </message>
    <message>
        <source>Add a need</source>
        <translation>İhtiyaç ekle</translation>
    </message>
    <message>
        <source>Needs it answers</source>
        <translation>Yanıt verdiği ihtiyaçlar</translation>
    </message>
    <message>
        <source>&amp;Calendar file (.ics)…</source>
        <translation>&amp;Takvim dosyası (.ics)…</translation>
    </message>
    <message>
        <source>Supporters · needs</source>
        <translation>Paydaş · ihtiyaç</translation>
    </message>
    <message>
        <source>Who supports it</source>
        <translation>Kim destekliyor</translation>
    </message>
</context>
<context>
    <name>WorkshopForm</name>
    <message>
        <source>Communities</source>
        <translation>Topluluklar</translation>
    </message>
    <message>
        <source>Type a community&apos;s name, Enter adds</source>
        <translation>Topluluğun adını yazın, Enter ekler</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>Kimin atölyesi</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Konusu</translation>
    </message>
    <message>
        <source>Held again</source>
        <translation>Tekrarı</translation>
    </message>
    <message>
        <source>The whole series</source>
        <translation>Bütün tekrarlar</translation>
    </message>
</context>
<context>
    <name>WorkshopReach</name>
    <message>
        <source>Reach</source>
        <translation>Erişim</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Zincir</translation>
    </message>
    <message>
        <source>&amp;Impact</source>
        <translation>Etk&amp;i</translation>
    </message>
</context>
<context>
    <name>WorkshopsPane</name>
    <message>
        <source>Workshops</source>
        <translation>Atölyeler</translation>
    </message>
    <message>
        <source>Search title, province</source>
        <translation>Başlık, il arayın</translation>
    </message>
    <message>
        <source>No workshop yet. Plan the first one: a title and a date are enough.</source>
        <translation>Henüz atölye yok. İlkini planlayın: bir başlık ve tarih yeter.</translation>
    </message>
    <message>
        <source>+ New workshop</source>
        <translation>+ Yeni atölye</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Kişiler</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>İl</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Topluluk</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Ay</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Hafta</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Göstergeler</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Added: {uid}</source>
        <translation>Eklendi: {uid}</translation>
    </message>
    <message>
        <source>Nothing to change: it was so already.</source>
        <translation>Değişecek bir şey yok: zaten öyleydi.</translation>
    </message>
    <message>
        <source>Changed: {fields}</source>
        <translation>Değişti: {fields}</translation>
    </message>
    <message>
        <source>Removed: {uid}</source>
        <translation>Silindi: {uid}</translation>
    </message>
    <message>
        <source>Shown: {shown} of {total}</source>
        <translation>Gösterilen: {shown} / {total}</translation>
    </message>
    <message>
        <source>Marked: {uid}</source>
        <translation>İşaretlendi: {uid}</translation>
    </message>
    <message>
        <source>Written: {file} ({pages} pages)</source>
        <translation>Yazıldı: {file} ({pages} sayfa)</translation>
    </message>
    <message>
        <source>Backed up into {file}</source>
        <translation>Yedek alındı: {file}</translation>
    </message>
    <message>
        <source>Restored from {file}</source>
        <translation>Geri yüklendi: {file}</translation>
    </message>
    <message>
        <source>What was there before is kept in {file}</source>
        <translation>Önceki veriler burada saklandı: {file}</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>Her şey yolunda.</translation>
    </message>
    <message>
        <source>Problems found: {count}. Restore the best backup, {file}, or rescue what can be read: rescue</source>
        <translation>Bulunan sorun sayısı: {count}. En iyi yedeği ({file}) geri yükleyin ya da okunabilenleri kurtarın: rescue</translation>
    </message>
    <message>
        <source>Problems found: {count}. Restore the latest backup.</source>
        <translation>Bulunan sorun sayısı: {count}. Son yedeği geri yükleyin.</translation>
    </message>
    <message>
        <source>Read: {rows}</source>
        <translation>Okunan: {rows}</translation>
    </message>
    <message>
        <source>From the backup: {rows}</source>
        <translation>Yedekten alınan: {rows}</translation>
    </message>
    <message>
        <source>Lost: {rows}</source>
        <translation>Kaybolan: {rows}</translation>
    </message>
    <message>
        <source>Waiting for a colleague&apos;s workbook: {rows}</source>
        <translation>Bir iş arkadaşınızın dosyasını bekleyen: {rows}</translation>
    </message>
    <message>
        <source>Nothing could be read.</source>
        <translation>Hiçbir şey okunamadı.</translation>
    </message>
    <message>
        <source>The damaged file is kept in {file}</source>
        <translation>Hasarlı dosya burada saklandı: {file}</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Durduruldu.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>Programın içinde bir sorun oluştu.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Details: {file}</source>
        <translation>Programın içinde bir sorun oluştu. Ayrıntılar: {file}</translation>
    </message>
    <message>
        <source>It was done, but the answer could not be written to standard output.</source>
        <translation>İşlem yapıldı ama yanıt standart çıktıya yazılamadı.</translation>
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
        <source>Added: {added} · changed: {changed} · already there: {same} · different: {differs}</source>
        <translation>Yeni: {added} · değişen: {changed} · zaten kayıtlı: {same} · farklı: {differs}</translation>
    </message>
    <message>
        <source>Row {row} was left out: {reason}</source>
        <translation>Alınmayan satır {row}: {reason}</translation>
    </message>
    <message>
        <source>Nothing was written: this was only a rehearsal.</source>
        <translation>Hiçbir şey yazılmadı: bu yalnızca bir denemeydi.</translation>
    </message>
    <message>
        <source>Row {row}: {reason}</source>
        <translation>Satır {row}: {reason}</translation>
    </message>
    <message>
        <source>Written: {file} ({rows} rows, data of {people} people)</source>
        <translation>Yazıldı: {file} ({rows} satır, {people} kişinin verisi)</translation>
    </message>
    <message>
        <source>Written: {file} ({rows} rows)</source>
        <translation>Yazıldı: {file} ({rows} satır)</translation>
    </message>
    <message>
        <source>the session itself</source>
        <translation>oturumun kendisi</translation>
    </message>
    <message>
        <source>Added: {added} · changed: {changed} · removed: {removed} · in conflict: {conflicts}</source>
        <translation>Eklenen: {added} · değişen: {changed} · silinen: {removed} · çakışan: {conflicts}</translation>
    </message>
    <message>
        <source>taken in</source>
        <translation>alındı</translation>
    </message>
    <message>
        <source>taken in before</source>
        <translation>daha önce alınmış</translation>
    </message>
    <message>
        <source>kept for later</source>
        <translation>sonraya saklandı</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>alınmadı</translation>
    </message>
    <message>
        <source>would be taken in</source>
        <translation>alınırdı</translation>
    </message>
    <message>
        <source>Erased for good, as was decided elsewhere: {count} (people)</source>
        <translation>Başka yerde verilen kararla kalıcı olarak silinen kişi: {count}</translation>
    </message>
    <message>
        <source>{file}: had waited, and is taken in now</source>
        <translation>{file}: bekliyordu, şimdi alındı</translation>
    </message>
    <message>
        <source>{file}: waits for its passphrase. Ask whoever sent it, write it into a file F and run the command again with --file-passphrase F.</source>
        <translation>{file}: parolasını bekliyor. Parolayı gönderen kişiden isteyin, bir F dosyasına yazın ve komutu --file-passphrase F ile yeniden çalıştırın.</translation>
    </message>
    <message>
        <source>{file}: waits on – {reason}</source>
        <translation>{file}: hâlâ bekliyor – {reason}</translation>
    </message>
    <message>
        <source>Files of outputs taken in: {count}</source>
        <translation>Alınan çıktı dosyası: {count}</translation>
    </message>
    <message>
        <source>Files of outputs that have not come yet: {count}</source>
        <translation>Henüz gelmeyen çıktı dosyası: {count}</translation>
    </message>
    <message>
        <source>Beside it, in {folder}: {count} files of outputs. Send them along.</source>
        <translation>Yanında, {folder} klasöründe {count} çıktı dosyası var. Onları da gönderin.</translation>
    </message>
    <message>
        <source>Others are writing into the data: waiting for its turn (Ctrl+C stops it).</source>
        <translation>Başkaları verilere yazıyor: sıra bekleniyor (Ctrl+C durdurur).</translation>
    </message>
    <message>
        <source>Batch {batch} was taken back; rows that stay since somebody built on them: {kept}</source>
        <translation>{batch} numaralı alım geri alındı; üzerine yeni kayıt yapıldığı için kalan satırlar: {kept}</translation>
    </message>
    <message>
        <source>{kind}: {name}, {field}: kept “{kept}”, lost “{lost}” ({uid})</source>
        <translation>{kind}: {name}, {field}: kalan “{kept}”, kaybeden “{lost}” ({uid})</translation>
    </message>
    <message>
        <source>No conflicts.</source>
        <translation>Çakışma yok.</translation>
    </message>
    <message>
        <source>{kind}: {names}: kept “{kept}”, lost “{lost}”</source>
        <translation>{kind}: {names}: kalan “{kept}”, kaybeden “{lost}”</translation>
    </message>
    <message>
        <source>Erased: {people} (marks that stay as counts: {marks})</source>
        <translation>Kalıcı olarak silinen kişi: {people} (sayı olarak kalan yoklama: {marks})</translation>
    </message>
    <message>
        <source>Have these files deleted where they went:</source>
        <translation>Şu dosyaların gittikleri yerlerde silinmesini isteyin:</translation>
    </message>
    <message>
        <source>These files waited with her data and were removed; ask for new ones:</source>
        <translation>Bekleyen şu dosyalarda verileri vardı, silindiler; yenilerini isteyin:</translation>
    </message>
    <message>
        <source>Passphrase: </source>
        <translation>Parola: </translation>
    </message>
    <message>
        <source>Earlier passphrases were wrong: waiting {seconds} seconds.</source>
        <translation>Önceki parolalar yanlıştı: {seconds} saniye bekleniyor.</translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation>Parola değiştirildi.</translation>
    </message>
    <message>
        <source>The data are encrypted now.</source>
        <translation>Veriler artık şifreli.</translation>
    </message>
    <message>
        <source>Write this recovery key down and keep it apart: {key}</source>
        <translation>Bu kurtarma anahtarını yazın ve ayrı bir yerde saklayın: {key}</translation>
    </message>
    <message>
        <source>{number} of {count} · {file} · {percent} %</source>
        <translation>{number}/{count} · {file} · %{percent}</translation>
    </message>
    <message>
        <source>The data lie in a folder that {tool} keeps, which can damage them while they are open. Move them elsewhere and share a folder of workbooks instead.</source>
        <translation>Veriler, bir eşitleme programının ({tool}) tuttuğu klasörde duruyor; açıkken zarar görebilirler. Onları başka bir yere taşıyın, bunun yerine çalışma kitaplarının durduğu bir klasörü paylaşın.</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Yazıldı: {file}</translation>
    </message>
    <message>
        <source>Not all there yet, or held by another program: {file}</source>
        <translation>Henüz tamamı gelmedi veya başka bir programda açık: {file}</translation>
    </message>
    <message>
        <source>Nothing new on either side.</source>
        <translation>İki tarafta da yeni bir şey yok.</translation>
    </message>
    <message>
        <source>{at} {name} ({kind}), people: {people}, for: {recipient}</source>
        <translation>{at} {name} ({kind}), kişi: {people}, alıcı: {recipient}</translation>
    </message>
    <message>
        <source>{rule}: {total} past their time (kept for {years} years)</source>
        <translation>{rule}: süresi dolmuş {total} kayıt ({years} yıl saklanır)</translation>
    </message>
    <message>
        <source>Nothing is destroyed before you name it: due --destroy RULE UID …</source>
        <translation>Siz adını vermeden hiçbir şey yok edilmez: due --destroy RULE UID …</translation>
    </message>
    <message>
        <source>Destroyed: {count} ({rule})</source>
        <translation>Yok edildi: {count} ({rule})</translation>
    </message>
    <message>
        <source>same telephone</source>
        <translation>telefonu aynı</translation>
    </message>
    <message>
        <source>same e-mail</source>
        <translation>e-postası aynı</translation>
    </message>
    <message>
        <source>same name and institution</source>
        <translation>adı ve kurumu aynı</translation>
    </message>
    <message>
        <source>same name and province</source>
        <translation>adı ve ili aynı</translation>
    </message>
    <message>
        <source>same title and time</source>
        <translation>adı ve saati aynı</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>aynı</translation>
    </message>
    <message>
        <source>different</source>
        <translation>farklı</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>karar yok</translation>
    </message>
    <message>
        <source>names {percent}% alike</source>
        <translation>adlar %{percent} benzer</translation>
    </message>
    <message>
        <source>{one} and {other}: {verdict}</source>
        <translation>{one} ile {other}: {verdict}</translation>
    </message>
    <message>
        <source>own words</source>
        <translation>kendi metni</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>kullanımda</translation>
    </message>
    <message>
        <source>Handed out from now on: {version}</source>
        <translation>Bundan sonra kullanılacak sürüm: {version}</translation>
    </message>
    <message>
        <source>Written: {file} ({tables} tables)</source>
        <translation>Yazıldı: {file} ({tables} tablo)</translation>
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
        <translation>Topluluklar</translation>
    </message>
    <message>
        <source>Memberships</source>
        <translation>Üyelikler</translation>
    </message>
    <message>
        <source>Workshops</source>
        <translation>Atölyeler</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Oturumlar</translation>
    </message>
    <message>
        <source>Enrolments</source>
        <translation>Kayıtlar</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Katılım</translation>
    </message>
    <message>
        <source>Stakeholders</source>
        <translation>Paydaşlar</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Paydaş temsilcileri</translation>
    </message>
    <message>
        <source>Stakeholders of communities</source>
        <translation>Toplulukların paydaşları</translation>
    </message>
    <message>
        <source>Stakeholders of workshops</source>
        <translation>Atölyelerin paydaşları</translation>
    </message>
    <message>
        <source>Engagements</source>
        <translation>Görüşmeler</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>İhtiyaçlar</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Kararlar</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Kurum</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>Dönüm noktaları</translation>
    </message>
    <message>
        <source>Solutions</source>
        <translation>Çözümler</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Uygulama turları</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Çıktılar</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Erişim</translation>
    </message>
    <message>
        <source>Engagement tools</source>
        <translation>Etkileşim araçları</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Akış</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Geri bildirimler</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>Anketler</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>Alıntılar</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Rızalar</translation>
    </message>
    <message>
        <source>Requests about data</source>
        <translation>Veri başvuruları</translation>
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
        <translation>Dosyada {limit} sayfadan fazlası var. Gereken sayfayı ayrı bir dosyaya kaydedin.</translation>
    </message>
    <message>
        <source>A cell holds a text of more than {limit} characters, so this is not a list.</source>
        <translation>Bir hücrede {limit} karakterden uzun metin var; bu dosya bir liste değil.</translation>
    </message>
    <message>
        <source>The file holds more than {limit} cells, split it into smaller files.</source>
        <translation>Dosyada {limit} hücreden fazlası var. Daha küçük dosyalara bölün.</translation>
    </message>
    <message>
        <source>This file is protected by a password, ask the person who sent it for the password.</source>
        <translation>Bu dosya parola korumalı. Parolayı gönderen kişiden isteyin.</translation>
    </message>
    <message>
        <source>The password does not open this file, check capital letters and try again.</source>
        <translation>Parola bu dosyayı açmıyor. Büyük ve küçük harfleri denetleyip yeniden deneyin.</translation>
    </message>
    <message>
        <source>This OpenDocument file is protected by a password, open it in LibreOffice and save it as .xlsx.</source>
        <translation>Bu OpenDocument dosyası parola korumalı. LibreOffice ile açıp .xlsx olarak kaydedin.</translation>
    </message>
    <message>
        <source>Opening this file would take hours, as no spreadsheet program makes it, so it was not opened.</source>
        <translation>Bu dosyayı açmak saatler sürerdi; hiçbir tablo programı böyle dosya yapmaz. Bu yüzden açılmadı.</translation>
    </message>
    <message>
        <source>There is nothing to paste, copy the list first.</source>
        <translation>Yapıştırılacak bir şey yok. Önce listeyi kopyalayın.</translation>
    </message>
    <message>
        <source>The pasted text is too long for a list, save it as a file and open that.</source>
        <translation>Yapıştırılan metin bir liste için çok uzun. Dosya olarak kaydedip onu açın.</translation>
    </message>
    <message>
        <source>No names were found in the pasted text, copy the lines with the names.</source>
        <translation>Yapıştırılan metinde ad bulunamadı. Adların olduğu satırları kopyalayın.</translation>
    </message>
    <message>
        <source>The file is damaged or was cut off on its way, ask for it again.</source>
        <translation>Dosya bozuk ya da yolda yarım kalmış. Yeniden isteyin.</translation>
    </message>
    <message>
        <source>This is not a spreadsheet, save the list as an Excel file (.xlsx) and try again.</source>
        <translation>Bu bir tablo dosyası değil. Listeyi Excel dosyası (.xlsx) olarak kaydedip yeniden deneyin.</translation>
    </message>
    <message>
        <source>The file is empty, ask for it again.</source>
        <translation>Dosya boş. Yeniden isteyin.</translation>
    </message>
    <message>
        <source>The file contains instructions that no spreadsheet needs, so it was not opened.</source>
        <translation>Dosyada hiçbir tablonun gerek duymadığı komutlar var; bu yüzden açılmadı.</translation>
    </message>
    <message>
        <source>The file unpacks to far more than a list can hold, so it was not opened.</source>
        <translation>Dosya açılınca bir listeye sığmayacak kadar büyüyor; bu yüzden açılmadı.</translation>
    </message>
    <message>
        <source>This is an archive, unpack it and choose the spreadsheet inside.</source>
        <translation>Bu bir arşiv dosyası. Arşivi açıp içindeki tabloyu seçin.</translation>
    </message>
    <message>
        <source>This is a text document, copy the list in it and paste it here.</source>
        <translation>Bu bir metin belgesi. İçindeki listeyi kopyalayıp buraya yapıştırın.</translation>
    </message>
    <message>
        <source>This is a PDF, copy the list in it and paste it here, or ask for the spreadsheet.</source>
        <translation>Bu bir PDF. İçindeki listeyi kopyalayıp buraya yapıştırın ya da tabloyu isteyin.</translation>
    </message>
    <message>
        <source>This is a picture, ask for the list as a spreadsheet.</source>
        <translation>Bu bir resim. Listeyi tablo olarak isteyin.</translation>
    </message>
    <message>
        <source>This is a very old Excel file, open it in Excel or LibreOffice and save it as .xlsx.</source>
        <translation>Bu çok eski bir Excel dosyası. Excel ya da LibreOffice ile açıp .xlsx olarak kaydedin.</translation>
    </message>
    <message>
        <source>This is an Apple Numbers file, export it from Numbers as Excel and try again.</source>
        <translation>Bu bir Apple Numbers dosyası. Numbers içinden Excel olarak dışa aktarıp yeniden deneyin.</translation>
    </message>
    <message>
        <source>The file takes too long to read, save only the list you need in a new file and try again.</source>
        <translation>Dosyanın okunması çok uzun sürüyor. Yalnızca gereken listeyi yeni bir dosyaya kaydedip yeniden deneyin.</translation>
    </message>
    <message>
        <source>The file needs more memory than a list should, save only the list you need in a new file and try again.</source>
        <translation>Dosya, bir listenin gerektirdiğinden çok bellek istiyor. Yalnızca gereken listeyi yeni bir dosyaya kaydedip yeniden deneyin.</translation>
    </message>
    <message>
        <source>There is no file “{name}”, choose it again.</source>
        <translation>“{name}” adlı bir dosya yok. Yeniden seçin.</translation>
    </message>
    <message>
        <source>“{name}” is not a file, choose the spreadsheet itself.</source>
        <translation>“{name}” bir dosya değil. Tablonun kendisini seçin.</translation>
    </message>
    <message>
        <source>“{name}” only says that somebody has the spreadsheet open, choose the spreadsheet itself.</source>
        <translation>“{name}” yalnızca tablonun birinde açık olduğunu gösterir. Tablonun kendisini seçin.</translation>
    </message>
    <message>
        <source>The file is larger than {limit} MB, save only the list you need in a new file.</source>
        <translation>Dosya {limit} MB sınırını aşıyor. Yalnızca gereken listeyi yeni bir dosyaya kaydedin.</translation>
    </message>
    <message>
        <source>“{name}” cannot be opened, check that you may read it.</source>
        <translation>“{name}” açılamıyor. Okuma izniniz olduğunu denetleyin.</translation>
    </message>
    <message>
        <source>The import was stopped, nothing has changed.</source>
        <translation>İçe aktarma durduruldu, hiçbir şey değişmedi.</translation>
    </message>
    <message>
        <source>The row has no name.</source>
        <translation>Satırda ad yok.</translation>
    </message>
    <message>
        <source>“{value}” is not a date. Write it like 14.03.2026.</source>
        <translation>“{value}” bir tarih değil. 14.03.2026 gibi yazın.</translation>
    </message>
    <message>
        <source>The phone number “{value}” was shortened by a spreadsheet and has lost digits. Type it in again.</source>
        <translation>“{value}” telefon numarası tablo programında kısaltılmış ve rakamları kaybolmuş. Yeniden yazın.</translation>
    </message>
    <message>
        <source>“{value}” is not a phone number. Write it like 0532 123 45 67 or +49 30 …</source>
        <translation>“{value}” bir telefon numarası değil. 0532 123 45 67 ya da +49 30 … gibi yazın.</translation>
    </message>
    <message>
        <source>“{value}” is not an e-mail address. Write it like ad@okul.org</source>
        <translation>“{value}” bir e-posta adresi değil. ad@okul.org gibi yazın.</translation>
    </message>
    <message>
        <source>There is no province “{value}”. Correct its spelling, or choose it from the list.</source>
        <translation>“{value}” adlı bir il yok. Yazımını düzeltin ya da listeden seçin.</translation>
    </message>
    <message>
        <source>There is no district “{value}” in {province}. Choose one of the list.</source>
        <translation>“{value}” adlı bir ilçe yok (il: {province}). Listeden seçin.</translation>
    </message>
    <message>
        <source>“{value}” is not a country code. Write two letters, like TR or DE.</source>
        <translation>“{value}” bir ülke kodu değil. TR ya da DE gibi iki harf yazın.</translation>
    </message>
    <message>
        <source>“{value}” is not a date and time. Write it like 14.03.2026 13:00.</source>
        <translation>“{value}” bir tarih ve saat değil. 14.03.2026 13:00 gibi yazın.</translation>
    </message>
    <message>
        <source>“{value}” is not a time zone. Write it like Europe/Istanbul.</source>
        <translation>“{value}” bir saat dilimi değil. Europe/Istanbul gibi yazın.</translation>
    </message>
    <message>
        <source>“{value}” is not a whole number from {least} to {largest}.</source>
        <translation>“{value}”, {least} ile {largest} arasında bir tam sayı değil.</translation>
    </message>
    <message>
        <source>“{value}” is not a number. Write it like 3,85.</source>
        <translation>“{value}” bir sayı değil. 3,85 gibi yazın.</translation>
    </message>
    <message>
        <source>“{value}” is neither yes nor no.</source>
        <translation>“{value}” ne evet ne hayır.</translation>
    </message>
    <message>
        <source>“{value}” is not stored under this name, so it cannot be linked.</source>
        <translation>“{value}” bu adla kayıtlı değil, bu yüzden bağlanamıyor.</translation>
    </message>
    <message>
        <source>Several records are called “{value}”; it is not clear which is meant.</source>
        <translation>“{value}” adlı birden çok kayıt var; hangisi olduğu anlaşılmıyor.</translation>
    </message>
    <message>
        <source>“{value}” is not allowed here. Allowed: {allowed}.</source>
        <translation>“{value}” burada kullanılamaz. Kullanılabilenler: {allowed}.</translation>
    </message>
    <message>
        <source>This text has {length} characters; at most {limit} fit. Shorten it.</source>
        <translation>Bu metin {length} karakter; en çok {limit} karakter sığar. Kısaltın.</translation>
    </message>
    <message>
        <source>“{file}” holds no words as “texts show VERSION --json” writes them.</source>
        <translation>“{file}” dosyasında “texts show SÜRÜM --json” çıktısındaki gibi bir metin yok.</translation>
    </message>
    <message>
        <source>Say what is worded how: tr.consent=…, or a file with --from.</source>
        <translation>Neyin nasıl yazılacağını belirtin: tr.consent=… ya da --from ile bir dosya.</translation>
    </message>
    <message>
        <source>{entity} has no field “{name}”. Fields: {known}.</source>
        <translation>“{name}” adlı bir alan yok ({entity}). Alanlar: {known}.</translation>
    </message>
    <message>
        <source>There is no list “{name}”. Lists: {known}.</source>
        <translation>“{name}” adlı bir liste yok. Listeler: {known}.</translation>
    </message>
    <message>
        <source>This session was removed in the meantime.</source>
        <translation>Bu oturum bu arada silindi.</translation>
    </message>
    <message>
        <source>The mark “{mark}” has no one meaning here; say what it means.</source>
        <translation>“{mark}” işaretinin burada tek bir anlamı yok; ne anlama geldiğini belirtin.</translation>
    </message>
    <message>
        <source>This workshop was removed in the meantime.</source>
        <translation>Bu atölye bu arada silindi.</translation>
    </message>
    <message>
        <source>A mark needs a status.</source>
        <translation>Yoklama için bir durum gerekli.</translation>
    </message>
    <message>
        <source>This person was removed in the meantime.</source>
        <translation>Bu kişi bu arada silindi.</translation>
    </message>
    <message>
        <source>“{name}” cannot be changed. Remove this row and add another.</source>
        <translation>“{name}” değiştirilemez. Bu satırı silip yenisini ekleyin.</translation>
    </message>
    <message>
        <source>“{uid}” is not a uid.</source>
        <translation>“{uid}” geçerli bir uid değil.</translation>
    </message>
    <message>
        <source>There is no row {uid} in {entity}.</source>
        <translation>Böyle bir satır yok: {uid} ({entity}).</translation>
    </message>
    <message>
        <source>There is no such record.</source>
        <translation>Böyle bir kayıt yok.</translation>
    </message>
    <message>
        <source>“{name}” is needed. Fill it in.</source>
        <translation>“{name}” gerekli. Doldurun.</translation>
    </message>
    <message>
        <source>A person needs a name. Fill in at least one.</source>
        <translation>Kişinin bir adı olmalı. En az birini doldurun.</translation>
    </message>
    <message>
        <source>This is already in {entity}; nothing was added.</source>
        <translation>Bu zaten kayıtlı ({entity}); bir şey eklenmedi.</translation>
    </message>
    <message>
        <source>This record was removed in the meantime.</source>
        <translation>Bu kayıt bu arada silindi.</translation>
    </message>
    <message>
        <source>The session ends before it starts. Correct the time.</source>
        <translation>Oturum başlamadan bitiyor. Saati düzeltin.</translation>
    </message>
    <message>
        <source>There is no such change to take back.</source>
        <translation>Geri alınacak böyle bir değişiklik yok.</translation>
    </message>
    <message>
        <source>This was taken back already.</source>
        <translation>Bu zaten geri alındı.</translation>
    </message>
    <message>
        <source>Between 1 and {most} sessions can be made at once.</source>
        <translation>Bir kerede 1 ile {most} arasında oturum oluşturulabilir.</translation>
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
        <translation>Yedek geri okunamadı. Başka bir disk deneyin.</translation>
    </message>
    <message>
        <source>The backup {file} could not be written. Check the folder and the free space.</source>
        <translation>{file} yedeği yazılamadı. Klasörü ve boş alanı denetleyin.</translation>
    </message>
    <message>
        <source>At most {most} people and sessions can be made.</source>
        <translation>En çok {most} kişi ve oturum oluşturulabilir.</translation>
    </message>
    <message>
        <source>Sessions need people: ask for some people as well.</source>
        <translation>Oturumlar için kişi gerekir: kişi sayısı da verin.</translation>
    </message>
    <message>
        <source>This profile holds data already; demo data go into an empty one. Name a new --profile.</source>
        <translation>Bu profilde zaten veri var; örnek veriler boş bir profile konur. Yeni bir --profile verin.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Durduruldu. Hiçbir şey değişmedi.</translation>
    </message>
    <message>
        <source>The disk is full, so this was not saved. Free some space and try again.</source>
        <translation>Disk dolu, bu yüzden kaydedilemedi. Yer açıp yeniden deneyin.</translation>
    </message>
    <message>
        <source>The data file is read-only, so this was not saved. Check the folder&apos;s permissions.</source>
        <translation>Veri dosyası salt okunur, bu yüzden kaydedilemedi. Klasörün izinlerini denetleyin.</translation>
    </message>
    <message>
        <source>Another program holds the data file. Close it and try again.</source>
        <translation>Veri dosyasını başka bir program kullanıyor. O programı kapatıp yeniden deneyin.</translation>
    </message>
    <message>
        <source>The search was damaged, your records were not. It is being put right by itself; try again in a moment.</source>
        <translation>Arama bozulmuş, kayıtlarınız bozulmamış. Kendiliğinden onarılıyor; birazdan yeniden deneyin.</translation>
    </message>
    <message>
        <source>Another program is writing into the data file, so this was not saved. Wait until it is done, or close it, and try again.</source>
        <translation>Başka bir program veri dosyasına yazıyor, bu yüzden bu kaydedilmedi. Bitmesini bekleyin ya da onu kapatıp yeniden deneyin.</translation>
    </message>
    <message>
        <source>The data file cannot be opened. Check that its folder exists and can be written to.</source>
        <translation>Veri dosyası açılamıyor. Klasörün var ve yazılabilir olduğunu denetleyin.</translation>
    </message>
    <message>
        <source>The disk could not be read or written. If the data is on a stick, plug it in again.</source>
        <translation>Disk okunamadı ya da yazılamadı. Veriler bir bellekteyse belleği yeniden takın.</translation>
    </message>
    <message>
        <source>The data file holds parts that TN Desktop did not make: somebody may have prepared it. Restore a backup of yours, or rescue what can be read.</source>
        <translation>Veri dosyasında TN Desktop’un oluşturmadığı parçalar var: dosyayı biri hazırlamış olabilir. Kendi yedeğinizi geri yükleyin ya da okunabilenleri kurtarın.</translation>
    </message>
    <message>
        <source>The data file is damaged. Restore the latest backup.</source>
        <translation>Veri dosyası bozuk. Son yedeği geri yükleyin.</translation>
    </message>
    <message>
        <source>The data file is damaged or encrypted. Restore a backup or give its passphrase.</source>
        <translation>Veri dosyası bozuk ya da şifreli. Bir yedeği geri yükleyin ya da parolasını verin.</translation>
    </message>
    <message>
        <source>The file with the contents of outputs&apos; files is damaged. Your records are not touched by that.</source>
        <translation>Çıktıların dosyalarının saklandığı dosya bozulmuş. Kayıtlarınız bundan etkilenmedi.</translation>
    </message>
    <message>
        <source>“{file}” is no backup of TN Desktop, or it is damaged. Choose another.</source>
        <translation>“{file}” bir TN Desktop yedeği değil ya da bozuk. Başka bir dosya seçin.</translation>
    </message>
    <message>
        <source>There is no file “{file}”.</source>
        <translation>“{file}” adlı bir dosya yok.</translation>
    </message>
    <message>
        <source>“{file}” is the data file itself, no backup of it.</source>
        <translation>“{file}” veri dosyasının kendisi, yedeği değil.</translation>
    </message>
    <message>
        <source>These records were written by a newer TN Desktop. Install the newest version to open them; nothing was changed.</source>
        <translation>Bu kayıtlar daha yeni bir TN Desktop ile yazılmış. Açmak için en yeni sürümü kurun; hiçbir şey değişmedi.</translation>
    </message>
    <message>
        <source>The text given is not valid UTF-8. Check the terminal&apos;s encoding.</source>
        <translation>Verilen metin geçerli UTF-8 değil. Uçbirimin kodlamasını denetleyin.</translation>
    </message>
    <message>
        <source>“{file}” holds the data themselves. Choose another name for the backup.</source>
        <translation>“{file}” verilerin kendisini tutuyor. Yedek için başka bir ad seçin.</translation>
    </message>
    <message>
        <source>“{value}” is not a time of day. Write it like 13:00.</source>
        <translation>“{value}” bir saat değil. 13:00 gibi yazın.</translation>
    </message>
    <message>
        <source>This is needed. Fill it in.</source>
        <translation>Bu alan gerekli. Doldurun.</translation>
    </message>
    <message>
        <source>There is no kind of list “{kind}”. Kinds: {known}.</source>
        <translation>“{kind}” diye bir liste türü yok. Türler: {known}.</translation>
    </message>
    <message>
        <source>No list of names was found in the file; put a heading such as “Ad Soyad” over the names.</source>
        <translation>Dosyada ad listesi bulunamadı; adların üzerine “Ad Soyad” gibi bir başlık yazın.</translation>
    </message>
    <message>
        <source>No such list was found in the file; it needs a row of headings with “{needed}”.</source>
        <translation>Dosyada böyle bir liste bulunamadı; içinde “{needed}” olan bir başlık satırı gerekiyor.</translation>
    </message>
    <message>
        <source>Choose the workshop that this attendance belongs to.</source>
        <translation>Bu yoklamanın ait olduğu atölyeyi seçin.</translation>
    </message>
    <message>
        <source>“{order}” is not of the form COLUMN=FIELD.</source>
        <translation>“{order}” SÜTUN=ALAN biçiminde değil.</translation>
    </message>
    <message>
        <source>There is no field “{field}” for this list. Fields: {known}.</source>
        <translation>Bu listede “{field}” adlı bir alan yok. Alanlar: {known}.</translation>
    </message>
    <message>
        <source>There is no one column “{column}”. Columns: {known}.</source>
        <translation>“{column}” adlı tek bir sütun yok. Sütunlar: {known}.</translation>
    </message>
    <message>
        <source>The data file is damaged ({detail}).</source>
        <translation>Veri dosyası bozuk ({detail}).</translation>
    </message>
    <message>
        <source>In {table} {count} rows point to rows that do not exist.</source>
        <translation>{table} tablosunda {count} satır, olmayan satırları gösteriyor.</translation>
    </message>
    <message>
        <source>The search index of {table} does not agree with its rows.</source>
        <translation>{table} tablosunun arama dizini satırlarıyla uyuşmuyor.</translation>
    </message>
    <message>
        <source>In {table} {count} rows have damaged stamps.</source>
        <translation>{table} tablosunda {count} satırın damgası bozuk.</translation>
    </message>
    <message>
        <source>In {table} {count} rows have a uid that does not follow from their ends.</source>
        <translation>{table} tablosunda {count} satırın uid değeri uçlarından çıkana uymuyor.</translation>
    </message>
    <message>
        <source>In {table} {count} rows have sort or search columns that are out of date.</source>
        <translation>{table} tablosunda {count} satırın sıralama ya da arama sütunları güncel değil.</translation>
    </message>
    <message>
        <source>In {table} {count} rows are marked removed, or not removed, wrongly.</source>
        <translation>{table} tablosunda {count} satır yanlışlıkla silinmiş ya da silinmemiş görünüyor.</translation>
    </message>
    <message>
        <source>{count} workshops have a first date or status that does not follow from their sessions.</source>
        <translation>{count} atölyenin ilk tarihi ya da durumu oturumlarından çıkana uymuyor.</translation>
    </message>
    <message>
        <source>{count} files of outputs are damaged. Ask colleagues to send them again, or restore a backup.</source>
        <translation>{count} çıktı dosyası bozulmuş. Arkadaşlarınızdan yeniden göndermelerini isteyin ya da bir yedeği geri yükleyin.</translation>
    </message>
    <message>
        <source>The history does not know the latest change in {table}.</source>
        <translation>Geçmiş, {table} tablosundaki son değişikliği bilmiyor.</translation>
    </message>
    <message>
        <source>The notebook with made-up data is open. Close its window first.</source>
        <translation>Deneme verileri defteri açık. Önce onun penceresini kapatın.</translation>
    </message>
    <message>
        <source>Fill in your name, as it shall stand on sheets.</source>
        <translation>Adınızı listelerde görüneceği gibi yazın.</translation>
    </message>
    <message>
        <source>“{file}”: choose a name that ends in .pdf.</source>
        <translation>“{file}”: .pdf ile biten bir ad seçin.</translation>
    </message>
    <message>
        <source>TN Desktop is open with these data. Close its window and try again.</source>
        <translation>TN Desktop bu verilerle açık. Penceresini kapatıp yeniden deneyin.</translation>
    </message>
    <message>
        <source>A workshop needs a title. Fill it in.</source>
        <translation>Atölyenin bir başlığı olmalı. Doldurun.</translation>
    </message>
    <message>
        <source>There is no province “{value}”. Choose one of the list.</source>
        <translation>“{value}” adlı bir il yok. Listeden seçin.</translation>
    </message>
    <message>
        <source>“{value}” is no type of stakeholder.</source>
        <translation>“{value}” bir paydaş türü değil.</translation>
    </message>
    <message>
        <source>{entity} cannot be narrowed down to sessions or dates. Export the whole list.</source>
        <translation>{entity} listesi oturuma veya tarihe göre daraltılamaz. Listenin tümünü aktarın.</translation>
    </message>
    <message>
        <source>The first day comes after the last one. Turn them round.</source>
        <translation>İlk gün son günden sonra. Yerlerini değiştirin.</translation>
    </message>
    <message>
        <source>The file {file} holds no password.</source>
        <translation>{file} dosyasında parola yok.</translation>
    </message>
    <message>
        <source>Only tools of the library have a text to go back to.</source>
        <translation>Yalnızca kitaplıktaki araçların geri dönülecek bir metni vardır.</translation>
    </message>
    <message>
        <source>This session was held. If its date is wrong, correct it on its page.</source>
        <translation>Bu oturum yapıldı. Tarihi yanlışsa kendi sayfasında düzeltin.</translation>
    </message>
    <message>
        <source>This session is cancelled. Say first that it goes ahead after all.</source>
        <translation>Bu oturum iptal edilmiş. Önce yeniden yapılacağını belirtin.</translation>
    </message>
    <message>
        <source>She is not on the waiting list any more.</source>
        <translation>Bu kişi artık bekleme listesinde değil.</translation>
    </message>
    <message>
        <source>There is no session to repeat. Add one first.</source>
        <translation>Tekrarlanacak oturum yok. Önce bir oturum ekleyin.</translation>
    </message>
    <message>
        <source>The second place for backups, {folder}, is not there. Plug the stick in.</source>
        <translation>Yedekler için seçilen ikinci yer ({folder}) bulunamadı. USB belleği takın.</translation>
    </message>
    <message>
        <source>The backup could not be copied to {folder}. Check its free space.</source>
        <translation>Yedek {folder} klasörüne kopyalanamadı. Boş alanı denetleyin.</translation>
    </message>
    <message>
        <source>“{url}” is not a database this program opens. Write it like sqlite:///FILE or postgresql+psycopg://USER@SERVER/NAME.</source>
        <translation>“{url}” bu programın açabildiği bir veritabanı değil. Şöyle yazın: sqlite:///DOSYA ya da postgresql+psycopg://KULLANICI@SUNUCU/AD.</translation>
    </message>
    <message>
        <source>The server {server} cannot be reached. Check the network and that the server runs, then try again.</source>
        <translation>Sunucuya ulaşılamıyor: {server}. Ağ bağlantısını ve sunucunun çalıştığını denetleyip yeniden deneyin.</translation>
    </message>
    <message>
        <source>The server {server} did not let this program in. Check the user name, the password and the name of the database ({database}).</source>
        <translation>Sunucu bu programı içeri almadı: {server}. Kullanıcı adını, parolayı ve veritabanının adını ({database}) denetleyin.</translation>
    </message>
    <message>
        <source>The connection to the server was lost, so this may not be saved. Look again when the server is back.</source>
        <translation>Sunucuyla bağlantı koptu; bu kaydedilmemiş olabilir. Sunucu geri gelince yeniden bakın.</translation>
    </message>
    <message>
        <source>Others are writing much into the database just now, so this was not saved. Try again in a minute.</source>
        <translation>Şu anda başkaları veritabanına çok sayıda kayıt yazıyor; bu kaydedilmedi. Bir dakika sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full, so this was not saved. Tell whoever looks after the server.</source>
        <translation>Sunucunun diski dolu; bu kaydedilmedi. Sunucunun sorumlusuna haber verin.</translation>
    </message>
    <message>
        <source>The server takes no changes, so this was not saved. It may be a copy for reading only.</source>
        <translation>Sunucu değişiklik kabul etmiyor; bu kaydedilmedi. Yalnızca okunabilen bir kopya olabilir.</translation>
    </message>
    <message>
        <source>The server does not allow this to your user name. Ask whoever looks after the server for the rights.</source>
        <translation>Sunucu, kullanıcı adınıza buna izin vermiyor. Sunucunun sorumlusundan yetki isteyin.</translation>
    </message>
    <message>
        <source>The server says that the data are damaged. Tell whoever looks after the server.</source>
        <translation>Sunucu, verilerin bozulduğunu bildiriyor. Sunucunun sorumlusuna haber verin.</translation>
    </message>
    <message>
        <source>Too many programs are connected to the server. Try again later.</source>
        <translation>Sunucuya çok fazla program bağlı. Daha sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>The address of the database is not right. Write it like postgresql+psycopg://USER@SERVER/NAME.</source>
        <translation>Veritabanının adresi doğru değil. Şöyle yazın: postgresql+psycopg://KULLANICI@SUNUCU/AD.</translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s client library (libpq) is missing on this computer. Install it and try again.</source>
        <translation>Bu bilgisayarda PostgreSQL istemci kitaplığı (libpq) yok. Kurup yeniden deneyin.</translation>
    </message>
    <message>
        <source>The database {database} does not keep UTF-8. Make it anew with the encoding UTF8.</source>
        <translation>Veritabanı UTF-8 saklamıyor: {database}. UTF8 kodlamasıyla yeniden oluşturun.</translation>
    </message>
    <message>
        <source>Choose the needs that belong together first.</source>
        <translation>Önce birbirine ait ihtiyaçları seçin.</translation>
    </message>
    <message>
        <source>A working group needs a name. Fill it in.</source>
        <translation>Çalışma grubunun bir adı olmalı. Doldurun.</translation>
    </message>
    <message>
        <source>Type what it was about.</source>
        <translation>Görüşmenin konusunu yazın.</translation>
    </message>
    <message>
        <source>Others have these data open. Close TN Desktop everywhere and try again.</source>
        <translation>Bu veriler başka yerde de açık. TN Desktop programını her yerde kapatıp yeniden deneyin.</translation>
    </message>
    <message>
        <source>“{value}” was turned into a date or a number by a spreadsheet. Type the text in again.</source>
        <translation>“{value}”, bir tablo programı tarafından tarihe ya da sayıya çevrilmiş. Metni yeniden yazın.</translation>
    </message>
    <message>
        <source>“{value}” was a date once and is a bare number now. Type the date in again.</source>
        <translation>“{value}” önceden bir tarihti, şimdi yalnızca bir sayı. Tarihi yeniden yazın.</translation>
    </message>
    <message>
        <source>The cell holds “{value}”, the error of a formula, in place of a value. Type the value in again.</source>
        <translation>Hücrede değer yerine bir formülün “{value}” hatası var. Değeri yeniden yazın.</translation>
    </message>
    <message>
        <source>“{value}” names no row of this file. Write the code of the row in brackets.</source>
        <translation>“{value}” bu dosyadaki hiçbir satırı göstermiyor. Satırın kodunu köşeli ayraç içinde yazın.</translation>
    </message>
    <message>
        <source>In sheet “{sheet}” the column “{field}” was sorted by itself, so its cells stand beside the wrong rows. Nothing of this sheet was taken over. Undo the sorting and send the file again.</source>
        <translation>“{sheet}” sayfasında “{field}” sütunu tek başına sıralanmış, bu yüzden hücreleri yanlış satırların yanında duruyor. Bu sayfadan hiçbir şey alınmadı. Sıralamayı geri alın ve dosyayı yeniden gönderin.</translation>
    </message>
    <message>
        <source>In sheet “{sheet}” the column of codes is missing, so nobody can tell which row is which. Nothing of it was taken over.</source>
        <translation>“{sheet}” sayfasında kod sütunu yok, bu yüzden hangi satırın hangisi olduğu anlaşılamıyor. Bu sayfadan hiçbir şey alınmadı.</translation>
    </message>
    <message>
        <source>The code “{code}” belongs to no row of this file.</source>
        <translation>“{code}” kodu bu dosyadaki hiçbir satıra ait değil.</translation>
    </message>
    <message>
        <source>The code “{code}” stands on several rows. Empty the code of a copied row to add it as a new one.</source>
        <translation>“{code}” kodu birden çok satırda duruyor. Kopyalanan satırı yeni bir satır olarak eklemek için kodunu silin.</translation>
    </message>
    <message>
        <source>The cell was emptied. Confirm it if “{value}” is really to be removed.</source>
        <translation>Hücre boşaltılmış. “{value}” gerçekten silinecekse onaylayın.</translation>
    </message>
    <message>
        <source>“{value}” is no action. Only DELETE (SİL) may stand there.</source>
        <translation>“{value}” bir işlem değil. Burada yalnızca SİL (DELETE) durabilir.</translation>
    </message>
    <message>
        <source>An exchange that was taken back comes again with its file.</source>
        <translation>Geri alınan bir alışveriş, dosyası yeniden alınınca geri gelir.</translation>
    </message>
    <message>
        <source>There is no exchange of that number.</source>
        <translation>Bu numarada bir alışveriş yok.</translation>
    </message>
    <message>
        <source>The clock of {device} is more than a day ahead. The file is kept and taken in when its time has come; if the clock was right, it can be released now.</source>
        <translation>Şu bilgisayarın saati bir günden fazla ileride: {device}. Dosya saklanır ve zamanı gelince alınır; saat doğruysa şimdi de alınabilir.</translation>
    </message>
    <message>
        <source>The file waits until the clock of this computer is set, or can be released now.</source>
        <translation>Dosya, bu bilgisayarın saati ayarlanana kadar bekler; isterseniz şimdi de serbest bırakabilirsiniz.</translation>
    </message>
    <message>
        <source>The workbook was edited on a computer whose clock is more than a day ahead. The file is kept and taken in when its time has come; if the clock was right, it can be released now.</source>
        <translation>Çalışma kitabı, saati bir günden fazla ileride olan bir bilgisayarda düzenlenmiş. Dosya saklanır ve zamanı gelince alınır; saat doğruysa şimdi de alınabilir.</translation>
    </message>
    <message>
        <source>The file comes from a newer TN Desktop. It is kept and taken in as soon as this one is updated.</source>
        <translation>Dosya daha yeni bir TN Desktop’tan geliyor. Saklanır ve bu program güncellenince alınır.</translation>
    </message>
    <message>
        <source>The file would have to wait, but somebody is in it who was erased here, and her data are not kept. Send your own file to its sender, and ask for a new one then.</source>
        <translation>Dosyanın beklemesi gerekirdi, ama içinde burada silinmiş biri var ve onun verileri saklanmaz. Gönderene kendi dosyanızı gönderin, sonra ondan yeni bir dosya isteyin.</translation>
    </message>
    <message>
        <source>“{file}” belongs to no output here. Take in the workbook it came with first, then this file.</source>
        <translation>“{file}” buradaki hiçbir çıktıya ait değil. Önce birlikte geldiği çalışma kitabını, sonra bu dosyayı alın.</translation>
    </message>
    <message>
        <source>This file was taken in already.</source>
        <translation>Bu dosya zaten alınmış.</translation>
    </message>
    <message>
        <source>“{file}” is larger than any file that is kept here ({most} MB).</source>
        <translation>“{file}” burada saklanabilecek dosyalardan büyük (en çok {most} MB).</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Böyle bir dosya yok.</translation>
    </message>
    <message>
        <source>This is no workbook of the exchange, or its hidden part was lost or altered. Nothing in it is taken over by itself; import its lists as any other spreadsheet, where you see each proposal.</source>
        <translation>Bu dosya bir gönder / al dosyası değil ya da gizli bölümü kaybolmuş veya değiştirilmiş. İçindekiler kendiliğinden alınmaz; listelerini başka bir tablo gibi içe aktarın, orada her öneriyi görürsünüz.</translation>
    </message>
    <message>
        <source>There is no province “{name}”.</source>
        <translation>“{name}” adında bir il yok.</translation>
    </message>
    <message>
        <source>“{file}”: a sync workbook&apos;s name ends in .xlsx.</source>
        <translation>“{file}”: gönder / al dosyasının adı .xlsx ile biter.</translation>
    </message>
    <message>
        <source>The record of this value has not come yet, so it cannot be written.</source>
        <translation>Bu değerin kaydı henüz gelmedi, bu yüzden yazılamaz.</translation>
    </message>
    <message>
        <source>A conflict is kept or taken.</source>
        <translation>Bir çakışmada değer ya kalır ya alınır.</translation>
    </message>
    <message>
        <source>There is no such conflict.</source>
        <translation>Böyle bir çakışma yok.</translation>
    </message>
    <message>
        <source>One of these two records is not here, so nothing can be said of them.</source>
        <translation>Bu iki kayıttan biri burada yok; haklarında bir şey söylenemez.</translation>
    </message>
    <message>
        <source>Two rows are the same, or different.</source>
        <translation>İki kayıt ya aynıdır ya farklı.</translation>
    </message>
    <message>
        <source>No person, community, stakeholder, workshop or session has the uid {uid}.</source>
        <translation>{uid} uid’li bir kişi, topluluk, paydaş, atölye ya da oturum yok.</translation>
    </message>
    <message>
        <source>One row is of {one}, the other of {other}: they cannot be the same.</source>
        <translation>Kayıtların biri {one}, öteki {other} türünden; aynı olamazlar.</translation>
    </message>
    <message>
        <source>“{name}” is not a file.</source>
        <translation>“{name}” bir dosya değil.</translation>
    </message>
    <message>
        <source>All files together would have more than {most} MB, which is as much as a backup holds. Put it where it can be downloaded and give the link.</source>
        <translation>Bütün dosyalar birlikte {most} MB’tan fazla yer tutar; bir yedek bu kadarını alır. Dosyayı indirilebileceği bir yere koyup bağlantısını verin.</translation>
    </message>
    <message>
        <source>The file has {size} MB; up to {most} MB are kept. Put it where it can be downloaded and give the link.</source>
        <translation>Dosya {size} MB; en çok {most} MB saklanır. İndirilebilecek bir yere koyup bağlantısını yazın.</translation>
    </message>
    <message>
        <source>“{name}” could run a program on this computer, so it is not opened from here. Save a copy of it if you know where it comes from.</source>
        <translation>“{name}” bu bilgisayarda program çalıştırabilir, bu yüzden buradan açılmaz. Nereden geldiğini biliyorsanız bir kopyasını kaydedin.</translation>
    </message>
    <message>
        <source>No file is kept with this output.</source>
        <translation>Bu çıktıyla saklanan bir dosya yok.</translation>
    </message>
    <message>
        <source>The file has not come to this computer yet.</source>
        <translation>Dosya bu bilgisayara henüz gelmedi.</translation>
    </message>
    <message>
        <source>The file could not be copied ({detail}).</source>
        <translation>Dosya kopyalanamadı ({detail}).</translation>
    </message>
    <message>
        <source>A community is for calendars: write to a name in .ics.</source>
        <translation>Topluluk seçimi takvim içindir: adı .ics ile biten bir dosyaya yazın.</translation>
    </message>
    <message>
        <source>Only outputs have files: show outputs UID --save-file OUT.</source>
        <translation>Yalnızca çıktıların dosyası olur: show outputs UID --save-file OUT.</translation>
    </message>
    <message>
        <source>Only sessions go into a calendar: export sessions OUT.ics.</source>
        <translation>Takvime yalnızca oturumlar yazılır: export sessions OUT.ics.</translation>
    </message>
    <message>
        <source>Type the name of a community first.</source>
        <translation>Önce bir topluluğun adını yazın.</translation>
    </message>
    <message>
        <source>This notebook has a passphrase already.</source>
        <translation>Bu defterin zaten bir parolası var.</translation>
    </message>
    <message>
        <source>The passphrase is too short. Use at least {least} letters, or a few words.</source>
        <translation>Parola çok kısa. En az {least} harf ya da birkaç sözcük kullanın.</translation>
    </message>
    <message>
        <source>This is not the passphrase of this notebook. Try again.</source>
        <translation>Bu defterin parolası bu değil. Yeniden deneyin.</translation>
    </message>
    <message>
        <source>This is not the recovery key of this notebook. Look at it once more.</source>
        <translation>Bu defterin kurtarma anahtarı bu değil. Kâğıda bir kez daha bakın.</translation>
    </message>
    <message>
        <source>The file {file}, without which the passphrase opens nothing, is missing or damaged. Copy it back from the folder of backups.</source>
        <translation>Parolanın işe yaraması için gereken {file} dosyası yok ya da bozuk. Yedekler klasöründen geri kopyalayın.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to. Make it writable, or start with another (--profile).</source>
        <translation>{folder} klasörüne yazılamıyor. Yazma izni verin ya da programı başka bir klasörle başlatın (--profile).</translation>
    </message>
    <message>
        <source>This backup is protected by a passphrase. Give it with --passphrase-file.</source>
        <translation>Bu yedek parola korumalı. Parolayı --passphrase-file ile verin.</translation>
    </message>
    <message>
        <source>Data on a server are protected there, not by this passphrase.</source>
        <translation>Sunucudaki veriler orada korunur, bu parolayla değil.</translation>
    </message>
    <message>
        <source>The data file {file} is gone or empty. Restore the latest backup.</source>
        <translation>{file} adlı veri dosyası yok ya da boş. En son yedeği geri yükleyin.</translation>
    </message>
    <message>
        <source>These data are protected by a passphrase. Give it with --passphrase-file.</source>
        <translation>Bu veriler parola korumalı. Parolayı --passphrase-file ile verin.</translation>
    </message>
    <message>
        <source>Choose the session that this feedback is about.</source>
        <translation>Bu geri bildirimin hangi oturuma ait olduğunu seçin.</translation>
    </message>
    <message>
        <source>Which session “{value}” means is not clear.</source>
        <translation>Hangi oturumun kastedildiği anlaşılmadı: “{value}”</translation>
    </message>
    <message>
        <source>“{value}” is no score from 1 to 5 and no word of a five-step scale.</source>
        <translation>1–5 arası bir puan ya da beşli ölçeğin sözcüğü değil: “{value}”</translation>
    </message>
    <message>
        <source>The form is empty. Type a score or a sentence.</source>
        <translation>Form boş. Bir puan ya da bir cümle yazın.</translation>
    </message>
    <message>
        <source>At least one answer is needed for a mean.</source>
        <translation>Ortalama için en az bir yanıt gerekir.</translation>
    </message>
    <message>
        <source>The mean is above the best value, {best}.</source>
        <translation>Ortalama en iyi değerden büyük olamaz: {best}</translation>
    </message>
    <message>
        <source>Say what reached them: an output or a session.</source>
        <translation>Kişilere neyle ulaşıldığını yazın: bir çıktı ya da bir oturum.</translation>
    </message>
    <message>
        <source>This is told of an output or of a session, not of both at once.</source>
        <translation>Bu sayı bir çıktının ya da bir oturumundur; ikisine birden yazılmaz.</translation>
    </message>
    <message>
        <source>The file comes from a laptop that was never heard of here, and it removes records. It waits until somebody says that it may.</source>
        <translation>Dosya, burada ilk kez görülen bir bilgisayardan geliyor ve kayıtları siliyor. Birisi izin verene kadar bekletilir.</translation>
    </message>
    <message>
        <source>The folder “{folder}” is not there.</source>
        <translation>“{folder}” klasörü bulunamadı.</translation>
    </message>
    <message>
        <source>There is no purpose “{purpose}”. Purposes: {known}.</source>
        <translation>“{purpose}” diye bir amaç yok. Amaçlar: {known}.</translation>
    </message>
    <message>
        <source>A consent is for one purpose. Say which: contact, photo_video …</source>
        <translation>Açık rıza tek bir amaç içindir. Amacı belirtin: contact, photo_video …</translation>
    </message>
    <message>
        <source>A privacy notice has no purpose. Record the consent as a row of its own.</source>
        <translation>Aydınlatma metninin amacı olmaz. Açık rızayı ayrı bir kayıt olarak ekleyin.</translation>
    </message>
    <message>
        <source>A privacy notice cannot be withdrawn, only a consent.</source>
        <translation>Aydınlatma metni geri alınamaz, yalnızca açık rıza geri alınabilir.</translation>
    </message>
    <message>
        <source>The consent is withdrawn before it was given. Correct the date.</source>
        <translation>Rıza, verilmeden önce geri alınmış görünüyor. Tarihi düzeltin.</translation>
    </message>
    <message>
        <source>The request is closed before it came. Correct the date.</source>
        <translation>Başvuru, gelmeden önce kapatılmış görünüyor. Tarihi düzeltin.</translation>
    </message>
    <message>
        <source>A request that is closed is answered or refused. Set its status.</source>
        <translation>Kapatılan başvuru ya yanıtlanmış ya reddedilmiştir. Durumunu seçin.</translation>
    </message>
    <message>
        <source>“{file}”: choose a name that ends in .xlsx or .pdf.</source>
        <translation>“{file}”: .xlsx ya da .pdf ile biten bir ad seçin.</translation>
    </message>
    <message>
        <source>The file is damaged on this computer. Ask a colleague to send it again, or restore a backup.</source>
        <translation>Dosya bu bilgisayarda bozulmuş. Bir arkadaşınızdan yeniden göndermesini isteyin ya da bir yedeği geri yükleyin.</translation>
    </message>
    <message>
        <source>{uid} is not past its time, so that nothing was destroyed.</source>
        <translation>{uid} kaydının süresi dolmamış; hiçbir şey yok edilmedi.</translation>
    </message>
    <message>
        <source>A retention rule has from 0 to {most} years.</source>
        <translation>Saklama süresi 0 ile {most} yıl arasında olur.</translation>
    </message>
    <message>
        <source>Data on a server are rescued there, not by this program.</source>
        <translation>Sunucudaki veriler bu programla değil, sunucuda kurtarılır.</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring cannot be used, so nothing was remembered or read there. All else works.</source>
        <translation>Bu bilgisayarın anahtarlığı kullanılamıyor; oraya bir şey yazılmadı, oradan bir şey okunmadı. Geri kalan her şey çalışır.</translation>
    </message>
    <message>
        <source>“{file}” did not come whole. Ask for it again.</source>
        <translation>“{file}” eksik gelmiş. Yeniden göndermesini isteyin.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was left on the stick.</source>
        <translation>Durduruldu. Bellekte bir şey kalmadı.</translation>
    </message>
    <message>
        <source>There is no folder “{folder}”. Plug the stick in.</source>
        <translation>“{folder}” klasörü yok. Belleği takın.</translation>
    </message>
    <message>
        <source>In “{folder}” there is a notebook already. Choose another folder.</source>
        <translation>“{folder}” klasöründe bir defter var. Başka bir klasör seçin.</translation>
    </message>
    <message>
        <source>The notebook could not be written to {folder}. Check its free space.</source>
        <translation>Defter {folder} klasörüne yazılamadı. Boş yer olup olmadığına bakın.</translation>
    </message>
    <message>
        <source>Type your name.</source>
        <translation>Adınızı yazın.</translation>
    </message>
    <message>
        <source>Say on whose decision (--authority): the destruction log keeps it.</source>
        <translation>Kimin kararıyla yok edildiğini yazın (--authority); imha kaydında saklanır.</translation>
    </message>
    <message>
        <source>Name what is to be destroyed, by its uid as “due” lists it.</source>
        <translation>Yok edilecekleri “due” listesindeki uid ile tek tek yazın.</translation>
    </message>
    <message>
        <source>{count} lines of the log are past their time. Give this number to agree.</source>
        <translation>Kaydın süresi dolmuş {count} satırı var. Onaylamak için bu sayıyı yazın.</translation>
    </message>
    <message>
        <source>Name every request that is past its time, and no other.</source>
        <translation>Süresi dolmuş başvuruların hepsini yazın, başkasını yazmayın.</translation>
    </message>
    <message>
        <source>“{uid}” is no uid.</source>
        <translation>“{uid}” bir uid değil.</translation>
    </message>
    <message>
        <source>There is no version “{version}” of the texts.</source>
        <translation>Metinlerin “{version}” diye bir sürümü yok.</translation>
    </message>
    <message>
        <source>A part of the text is empty. Word it in each language.</source>
        <translation>Metnin bir bölümü boş. Her iki dilde de yazın.</translation>
    </message>
    <message>
        <source>A part of the text is longer than {most} letters. Shorten it.</source>
        <translation>Metnin bir bölümü {most} harften uzun. Kısaltın.</translation>
    </message>
    <message>
        <source>“{file}” in the folder of the notebook is not what the program puts there. Do not open this notebook if somebody else had it; else take that file away and try again.</source>
        <translation>Defterin klasöründeki “{file}” programın oraya koyduğu şey değil. Defter başkasının elinden geçtiyse açmayın; değilse bu dosyayı oradan alıp yeniden deneyin.</translation>
    </message>
    <message>
        <source>Nobody has said yet whether these two are the same.</source>
        <translation>Bu ikisi için henüz karar verilmedi.</translation>
    </message>
    <message>
        <source>The list is about {count} workshops, none of which is stored here. Take in the lists of workshops and sessions first, or choose the workshop that it is for.</source>
        <translation>Liste {count} atölyeyi anlatıyor, ama hiçbiri burada kayıtlı değil. Önce atölye ve oturum listelerini alın ya da ait olduğu atölyeyi seçin.</translation>
    </message>
    <message>
        <source>The search was damaged and has been made anew from your records. None of them was touched.</source>
        <translation>Arama bozulmuştu, kayıtlarınızdan yeniden kuruldu. Hiçbir kayda dokunulmadı.</translation>
    </message>
    <message>
        <source>The clock of this computer says {day}, which cannot be right: please set it. Nothing is lost meanwhile.</source>
        <translation>Bu bilgisayarın saati {day} gösteriyor, bu doğru olamaz: lütfen saati ayarlayın. Bu arada hiçbir şey kaybolmaz.</translation>
    </message>
    <message>
        <source>The clock of this computer says {day}, but the latest entry here is of {latest}: please set the clock if it is wrong.</source>
        <translation>Bu bilgisayarın saati {day} gösteriyor, ama buradaki en son kayıt {latest} tarihli: saat yanlışsa lütfen ayarlayın.</translation>
    </message>
    <message>
        <source>{sheet}, row {row}:</source>
        <translation>{sheet}, satır {row}:</translation>
    </message>
    <message>
        <source>More like these: {count}.</source>
        <translation>Bunlara benzer başka: {count}.</translation>
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
        <source>Cancelled sessions, whose marks are not counted: {count}</source>
        <translation>İptal edilen, işaretleri sayılmayan oturum sayısı: {count}</translation>
    </message>
    <message>
        <source>Marks of cancelled sessions are kept in the program, but neither listed nor counted here.</source>
        <translation>İptal edilen oturumların işaretleri programda durur; burada gösterilmez ve sayılmaz.</translation>
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
        <source>Agreed to be contacted</source>
        <translation>İletişim rızası</translation>
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
        <source>Groups of fewer than five, and what they could be computed from, are left out, so that nobody can be recognised.</source>
        <translation>Kimse tanınmasın diye beş kişiden küçük gruplar ve onların hesaplanabileceği sayılar yazılmadı.</translation>
    </message>
    <message>
        <source>Agrees to: {purpose}</source>
        <translation>Rıza: {purpose}</translation>
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
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Satır</translation>
    </message>
    <message>
        <source>Number of people whose data is in this file: {count}</source>
        <translation>Bu dosyada bilgisi bulunan kişi sayısı: {count}</translation>
    </message>
    <message>
        <source>All workshops</source>
        <translation>Bütün atölyeler</translation>
    </message>
    <message>
        <source>All sessions of the workshop</source>
        <translation>Atölyenin bütün oturumları</translation>
    </message>
    <message>
        <source>All sessions</source>
        <translation>Bütün oturumlar</translation>
    </message>
    <message>
        <source>Sessions of these days</source>
        <translation>Bu günlerin oturumları</translation>
    </message>
    <message>
        <source>First planned for</source>
        <translation>İlk planlanan</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Neden</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Nasıl</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Bağlantı</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation>Topluluklar</translation>
    </message>
    <message>
        <source>Facilitators</source>
        <translation>Kolaylaştırıcılar</translation>
    </message>
    <message>
        <source>Guest speakers</source>
        <translation>Konuk konuşmacılar</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>Given name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Soyad</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Diğer adlar</translation>
    </message>
    <message>
        <source>Established</source>
        <translation>Kuruluş yılı</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Hakkında</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Sayı</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kaynak</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-posta</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Ülke</translation>
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
        <translation>Uzmanlık</translation>
    </message>
    <message>
        <source>Interests</source>
        <translation>İlgi alanları</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roller</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Ayırt edici bilgi</translation>
    </message>
    <message>
        <source>Raised by</source>
        <translation>Dile getiren</translation>
    </message>
    <message>
        <source>Raised on</source>
        <translation>Dile getirildiği tarih</translation>
    </message>
    <message>
        <source>Raised in</source>
        <translation>Dile getirildiği oturum</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Oy</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Temalar</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grup</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notlar</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Soru</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Sonuç</translation>
    </message>
    <message>
        <source>Votes for</source>
        <translation>Kabul</translation>
    </message>
    <message>
        <source>Votes against</source>
        <translation>Ret</translation>
    </message>
    <message>
        <source>Abstained</source>
        <translation>Çekimser</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>İhtiyaçlar</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Alındığı oturum</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Shared issue</source>
        <translation>Ortak mesele</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Hedefler</translation>
    </message>
    <message>
        <source>Motivation</source>
        <translation>Motivasyon</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Aşama</translation>
    </message>
    <message>
        <source>Grown out of</source>
        <translation>İçinden doğduğu topluluklar</translation>
    </message>
    <message>
        <source>Founded</source>
        <translation>Kuruluş</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Kişi</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Topluluk</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Katılma tarihi</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Ayrılma tarihi</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation>Topluluklar</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Açıklama</translation>
    </message>
    <message>
        <source>Needs it answers</source>
        <translation>Karşıladığı ihtiyaçlar</translation>
    </message>
    <message>
        <source>Workshops</source>
        <translation>Atölyeler</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Başlangıç</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>Çözüm</translation>
    </message>
    <message>
        <source>Carried out by</source>
        <translation>Uygulayanlar</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ne değişti</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Neden</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Atölye</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Dosya</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>Uygulama turu</translation>
    </message>
    <message>
        <source>Contributors</source>
        <translation>Katkı verenler</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Çıktı</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Hedef kitle</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Dayanak</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Başlangıç</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Bitiş</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Saat dilimi</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Düzey</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Amaç</translation>
    </message>
    <message>
        <source>Version of the text</source>
        <translation>Metin sürümü</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Dil</translation>
    </message>
    <message>
        <source>Given how</source>
        <translation>Veriliş yolu</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>Verildiği tarih</translation>
    </message>
    <message>
        <source>Withdrawn on</source>
        <translation>Geri alındığı tarih</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Kanıt</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Geliş tarihi</translation>
    </message>
    <message>
        <source>Came how</source>
        <translation>Geliş yolu</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Kapanış tarihi</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Adımlar</translation>
    </message>
    <message>
        <source>Smallest group</source>
        <translation>En az kişi</translation>
    </message>
    <message>
        <source>Largest group</source>
        <translation>En çok kişi</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Biçim</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Malzemeler</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Beceriler</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>İpuçları</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Sürüm</translation>
    </message>
    <message>
        <source>Library name</source>
        <translation>Kitaplıktaki adı</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Kaldırıldı</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>Engagement tool</source>
        <translation>Etkileşim aracı</translation>
    </message>
    <message>
        <source>Led by</source>
        <translation>Yürütenler</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Bağlantı</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Biçim</translation>
    </message>
    <message>
        <source>Initiated by</source>
        <translation>Başlatan</translation>
    </message>
    <message>
        <source>Led by teachers</source>
        <translation>Öğretmenler yürüttü</translation>
    </message>
    <message>
        <source>Needs addressed</source>
        <translation>Ele alınan ihtiyaçlar</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Tekrarladığı atölye</translation>
    </message>
    <message>
        <source>Facilitators</source>
        <translation>Kolaylaştırıcılar</translation>
    </message>
    <message>
        <source>Guest speakers</source>
        <translation>Konuk konuşmacılar</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kontenjan</translation>
    </message>
    <message>
        <source>Moved from</source>
        <translation>Önceki tarih</translation>
    </message>
    <message>
        <source>Why moved or cancelled</source>
        <translation>Neden ertelendi ya da iptal</translation>
    </message>
    <message>
        <source>Minors (head count)</source>
        <translation>Çocuk sayısı (adsız)</translation>
    </message>
    <message>
        <source>Guests (head count)</source>
        <translation>Misafir sayısı (adsız)</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Başvuru zamanı</translation>
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
        <translation>İşaretleme yolu</translation>
    </message>
    <message>
        <source>Marked by</source>
        <translation>İşaretleyen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Not</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Disciplines</source>
        <translation>Alanlar</translation>
    </message>
    <message>
        <source>Role towards communities</source>
        <translation>Topluluklar için rolü</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Özet</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Sonraki adım</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Son tarih</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Yapıldı</translation>
    </message>
    <message>
        <source>Spoken with</source>
        <translation>Görüşülen kişi</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>İhtiyaç</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Stakeholder</source>
        <translation>Paydaş</translation>
    </message>
    <message>
        <source>Useful for my teaching</source>
        <translation>Öğretmenliğime katkısı</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>İçerik</translation>
    </message>
    <message>
        <source>Facilitation</source>
        <translation>Kolaylaştırma</translation>
    </message>
    <message>
        <source>Atmosphere</source>
        <translation>Ortam</translation>
    </message>
    <message>
        <source>Would recommend it</source>
        <translation>Tavsiye ederim</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Alıntı</translation>
    </message>
    <message>
        <source>Entered how</source>
        <translation>Giriş yolu</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Dalga</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Gösterge</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Yanıt sayısı</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Ortalama</translation>
    </message>
    <message>
        <source>Best value</source>
        <translation>En yüksek değer</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Yıl</translation>
    </message>
    <message>
        <source>May be published</source>
        <translation>Yayımlanabilir</translation>
    </message>
    <message>
        <source>Name, if it may be shown</source>
        <translation>Ad (gösterilebiliyorsa)</translation>
    </message>
    <message>
        <source>Can be held</source>
        <translation>Nasıl yapılabilir</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>People reached by activities</source>
        <translation>Etkinliklerin ulaştığı kişi</translation>
    </message>
    <message>
        <source>People reached by outputs</source>
        <translation>Çıktıların ulaştığı kişi</translation>
    </message>
    <message>
        <source>Different people who took part</source>
        <translation>Etkinliklere katılan farklı kişi</translation>
    </message>
    <message>
        <source>Sessions held</source>
        <translation>Yapılan oturum</translation>
    </message>
    <message>
        <source>Provinces with activities</source>
        <translation>Etkinlik yapılan il</translation>
    </message>
    <message>
        <source>Active communities</source>
        <translation>Etkin topluluk</translation>
    </message>
    <message>
        <source>Workshops led by teachers (%)</source>
        <translation>Öğretmenlerin yürüttüğü atölye (%)</translation>
    </message>
    <message>
        <source>Solutions</source>
        <translation>Denenen çözüm</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Paylaşılan çıktı</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>Add a record</source>
        <translation>Kayıt ekleme</translation>
    </message>
    <message>
        <source>Change a record</source>
        <translation>Kayıt değiştirme</translation>
    </message>
    <message>
        <source>Remove a record</source>
        <translation>Kayıt silme</translation>
    </message>
    <message>
        <source>Take attendance</source>
        <translation>Yoklama</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Kişi eklendi</translation>
    </message>
    <message>
        <source>Add a community</source>
        <translation>Topluluk eklendi</translation>
    </message>
    <message>
        <source>Add a workshop</source>
        <translation>Atölye eklendi</translation>
    </message>
    <message>
        <source>Add a session</source>
        <translation>Oturum eklendi</translation>
    </message>
    <message>
        <source>Add a stakeholder</source>
        <translation>Paydaş eklendi</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>Üye eklendi</translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation>İlgili kişi eklendi</translation>
    </message>
    <message>
        <source>Add a need</source>
        <translation>İhtiyaç ekle</translation>
    </message>
    <message>
        <source>Add a decision</source>
        <translation>Karar ekle</translation>
    </message>
    <message>
        <source>Add a solution</source>
        <translation>Çözüm ekle</translation>
    </message>
    <message>
        <source>Add an iteration</source>
        <translation>Uygulama turu ekle</translation>
    </message>
    <message>
        <source>Add an output</source>
        <translation>Çıktı ekle</translation>
    </message>
    <message>
        <source>Add a reach entry</source>
        <translation>Erişim kaydı ekle</translation>
    </message>
    <message>
        <source>Add a tool</source>
        <translation>Araç ekle</translation>
    </message>
    <message>
        <source>Add a part of the agenda</source>
        <translation>Akışa bölüm ekle</translation>
    </message>
    <message>
        <source>Add an engagement</source>
        <translation>Görüşme ekle</translation>
    </message>
    <message>
        <source>Add a feedback form</source>
        <translation>Geri bildirim formu ekle</translation>
    </message>
    <message>
        <source>Add a survey result</source>
        <translation>Anket sonucu ekle</translation>
    </message>
    <message>
        <source>Add a quotation</source>
        <translation>Alıntı ekle</translation>
    </message>
    <message>
        <source>Add the organisation</source>
        <translation>Kurumu ekle</translation>
    </message>
    <message>
        <source>Add a milestone</source>
        <translation>Dönüm noktası ekle</translation>
    </message>
    <message>
        <source>Add a supporter of a community</source>
        <translation>Topluluğa paydaş ekle</translation>
    </message>
    <message>
        <source>Add a supporter of a workshop</source>
        <translation>Atölyeye paydaş ekle</translation>
    </message>
    <message>
        <source>Add an enrolment</source>
        <translation>Katılımcı kaydı ekle</translation>
    </message>
    <message>
        <source>Add a consent</source>
        <translation>Rıza eklendi</translation>
    </message>
    <message>
        <source>Add a request about data</source>
        <translation>Veri başvurusu eklendi</translation>
    </message>
    <message>
        <source>Change a person</source>
        <translation>Kişi değiştirildi</translation>
    </message>
    <message>
        <source>Change a community</source>
        <translation>Topluluk değiştirildi</translation>
    </message>
    <message>
        <source>Change a workshop</source>
        <translation>Atölye değiştirildi</translation>
    </message>
    <message>
        <source>Change a session</source>
        <translation>Oturum değiştirildi</translation>
    </message>
    <message>
        <source>Change a stakeholder</source>
        <translation>Paydaş değiştirildi</translation>
    </message>
    <message>
        <source>Change a membership</source>
        <translation>Üyelik değiştirildi</translation>
    </message>
    <message>
        <source>Change a contact</source>
        <translation>İlgili kişi değiştirildi</translation>
    </message>
    <message>
        <source>Change a need</source>
        <translation>İhtiyacı değiştir</translation>
    </message>
    <message>
        <source>Change a decision</source>
        <translation>Kararı değiştir</translation>
    </message>
    <message>
        <source>Change a solution</source>
        <translation>Çözümü değiştir</translation>
    </message>
    <message>
        <source>Change an iteration</source>
        <translation>Uygulama turunu değiştir</translation>
    </message>
    <message>
        <source>Change an output</source>
        <translation>Çıktıyı değiştir</translation>
    </message>
    <message>
        <source>Change a reach entry</source>
        <translation>Erişim kaydını değiştir</translation>
    </message>
    <message>
        <source>Change a tool</source>
        <translation>Aracı değiştir</translation>
    </message>
    <message>
        <source>Change a part of the agenda</source>
        <translation>Akıştaki bölümü değiştir</translation>
    </message>
    <message>
        <source>Change an engagement</source>
        <translation>Görüşmeyi değiştir</translation>
    </message>
    <message>
        <source>Change a feedback form</source>
        <translation>Geri bildirim formunu değiştir</translation>
    </message>
    <message>
        <source>Change a survey result</source>
        <translation>Anket sonucunu değiştir</translation>
    </message>
    <message>
        <source>Change a quotation</source>
        <translation>Alıntıyı değiştir</translation>
    </message>
    <message>
        <source>Change the organisation</source>
        <translation>Kurumu değiştir</translation>
    </message>
    <message>
        <source>Change a milestone</source>
        <translation>Dönüm noktasını değiştir</translation>
    </message>
    <message>
        <source>Change a supporter of a community</source>
        <translation>Topluluğun paydaşını değiştir</translation>
    </message>
    <message>
        <source>Change a supporter of a workshop</source>
        <translation>Atölyenin paydaşını değiştir</translation>
    </message>
    <message>
        <source>Change a consent</source>
        <translation>Rıza değiştirildi</translation>
    </message>
    <message>
        <source>Change a request about data</source>
        <translation>Veri başvurusu değiştirildi</translation>
    </message>
    <message>
        <source>Remove a person</source>
        <translation>Kişi silindi</translation>
    </message>
    <message>
        <source>Remove a community</source>
        <translation>Topluluk silindi</translation>
    </message>
    <message>
        <source>Remove a workshop</source>
        <translation>Atölye silindi</translation>
    </message>
    <message>
        <source>Remove a session</source>
        <translation>Oturum silindi</translation>
    </message>
    <message>
        <source>Remove a stakeholder</source>
        <translation>Paydaş silindi</translation>
    </message>
    <message>
        <source>Remove a member</source>
        <translation>Üye çıkarıldı</translation>
    </message>
    <message>
        <source>Remove a contact</source>
        <translation>İlgili kişi silindi</translation>
    </message>
    <message>
        <source>Remove a need</source>
        <translation>İhtiyacı sil</translation>
    </message>
    <message>
        <source>Remove a decision</source>
        <translation>Kararı sil</translation>
    </message>
    <message>
        <source>Remove a solution</source>
        <translation>Çözümü sil</translation>
    </message>
    <message>
        <source>Remove an iteration</source>
        <translation>Uygulama turunu sil</translation>
    </message>
    <message>
        <source>Remove an output</source>
        <translation>Çıktıyı sil</translation>
    </message>
    <message>
        <source>Remove a reach entry</source>
        <translation>Erişim kaydını sil</translation>
    </message>
    <message>
        <source>Remove a tool</source>
        <translation>Aracı sil</translation>
    </message>
    <message>
        <source>Remove a part of the agenda</source>
        <translation>Akıştaki bölümü sil</translation>
    </message>
    <message>
        <source>Remove an engagement</source>
        <translation>Görüşmeyi sil</translation>
    </message>
    <message>
        <source>Remove a feedback form</source>
        <translation>Geri bildirim formunu sil</translation>
    </message>
    <message>
        <source>Remove a survey result</source>
        <translation>Anket sonucunu sil</translation>
    </message>
    <message>
        <source>Remove a quotation</source>
        <translation>Alıntıyı sil</translation>
    </message>
    <message>
        <source>Remove the organisation</source>
        <translation>Kurumu sil</translation>
    </message>
    <message>
        <source>Remove a milestone</source>
        <translation>Dönüm noktasını sil</translation>
    </message>
    <message>
        <source>Remove a supporter of a community</source>
        <translation>Topluluğun paydaşını çıkar</translation>
    </message>
    <message>
        <source>Remove a supporter of a workshop</source>
        <translation>Atölyenin paydaşını çıkar</translation>
    </message>
    <message>
        <source>Remove an enrolment</source>
        <translation>Katılımcı kaydını sil</translation>
    </message>
    <message>
        <source>Remove a consent</source>
        <translation>Rıza kaldırıldı</translation>
    </message>
    <message>
        <source>Remove a request about data</source>
        <translation>Veri başvurusu kaldırıldı</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Geri alındı</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Yeniden yapıldı</translation>
    </message>
    <message>
        <source>Fill with demo data</source>
        <translation>Örnek verilerle doldurma</translation>
    </message>
    <message>
        <source>Set up the notebook</source>
        <translation>Defter kuruldu</translation>
    </message>
    <message>
        <source>Change the settings</source>
        <translation>Ayarlar değiştirildi</translation>
    </message>
    <message>
        <source>Attendance marked</source>
        <translation>Yoklama işareti</translation>
    </message>
    <message>
        <source>Mark cleared</source>
        <translation>İşareti temizleme</translation>
    </message>
    <message>
        <source>Mode of taking part set</source>
        <translation>Katılım biçimi</translation>
    </message>
    <message>
        <source>The rest marked present</source>
        <translation>Kalanları katıldı işaretleme</translation>
    </message>
    <message>
        <source>Marks typed in from paper</source>
        <translation>Kâğıttan giriş</translation>
    </message>
    <message>
        <source>Walk-in added</source>
        <translation>Yerinde kayıt</translation>
    </message>
    <message>
        <source>Plan a workshop</source>
        <translation>Atölye planlama</translation>
    </message>
    <message>
        <source>Add a new person as a member</source>
        <translation>Yeni kişiyi üye olarak ekleme</translation>
    </message>
    <message>
        <source>Members put onto the list</source>
        <translation>Üyeler listeye alındı</translation>
    </message>
    <message>
        <source>Put a person on the list</source>
        <translation>Kişi listeye alındı</translation>
    </message>
    <message>
        <source>Put the members on the list</source>
        <translation>Üyeler listeye alındı</translation>
    </message>
    <message>
        <source>Take people off the list</source>
        <translation>Kişiler listeden çıkarıldı</translation>
    </message>
    <message>
        <source>Change an enrolment</source>
        <translation>Katılımcı kaydını değiştir</translation>
    </message>
    <message>
        <source>Move a session</source>
        <translation>Oturum tarihi değiştirildi</translation>
    </message>
    <message>
        <source>Postpone a session</source>
        <translation>Oturum ertelendi</translation>
    </message>
    <message>
        <source>Cancel a session</source>
        <translation>Oturum iptal edildi</translation>
    </message>
    <message>
        <source>Take up a session again</source>
        <translation>Oturum yeniden açıldı</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Liste içe aktarma</translation>
    </message>
    <message>
        <source>Add a new person as a contact</source>
        <translation>Yeni kişi ilgili kişi yapıldı</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Dışa aktarma</translation>
    </message>
    <message>
        <source>Bring back tools of the library</source>
        <translation>Kitaplık araçlarını geri getir</translation>
    </message>
    <message>
        <source>Copy a tool</source>
        <translation>Aracı kopyala</translation>
    </message>
    <message>
        <source>Put a tool away</source>
        <translation>Aracı rafa kaldırma</translation>
    </message>
    <message>
        <source>Take a tool out again</source>
        <translation>Aracı raftan indirme</translation>
    </message>
    <message>
        <source>Restore the text of a tool</source>
        <translation>Araç metnini geri getir</translation>
    </message>
    <message>
        <source>Move a part of the agenda</source>
        <translation>Akışın bir bölümünü taşı</translation>
    </message>
    <message>
        <source>Copy an agenda</source>
        <translation>Akışı kopyala</translation>
    </message>
    <message>
        <source>Change the order of the waiting list</source>
        <translation>Bekleme listesinin sırasını değiştir</translation>
    </message>
    <message>
        <source>Add a vote</source>
        <translation>Oy ekle</translation>
    </message>
    <message>
        <source>Take a vote back</source>
        <translation>Oyu geri al</translation>
    </message>
    <message>
        <source>Move a need on the board</source>
        <translation>İhtiyacı panoda taşı</translation>
    </message>
    <message>
        <source>Group needs</source>
        <translation>İhtiyaçları grupla</translation>
    </message>
    <message>
        <source>Design a solution</source>
        <translation>Çözüm tasarla</translation>
    </message>
    <message>
        <source>Write a decision down</source>
        <translation>Karar yaz</translation>
    </message>
    <message>
        <source>Mark needs as chosen</source>
        <translation>İhtiyaçları seçildi yap</translation>
    </message>
    <message>
        <source>Set up a working group</source>
        <translation>Çalışma grubu kur</translation>
    </message>
    <message>
        <source>Move a community along its path</source>
        <translation>Topluluğu yolunda ilerlet</translation>
    </message>
    <message>
        <source>Log an enquiry with who was proposed</source>
        <translation>Önerilenle görüşme kaydet</translation>
    </message>
    <message>
        <source>Hold a workshop again</source>
        <translation>Atölyeyi yeniden düzenle</translation>
    </message>
    <message>
        <source>Say which need a workshop answers</source>
        <translation>Atölyenin yanıt verdiği ihtiyacı ekle</translation>
    </message>
    <message>
        <source>Take a need from a workshop</source>
        <translation>Atölyeden ihtiyaç çıkar</translation>
    </message>
    <message>
        <source>Keep an exchange for later</source>
        <translation>Alınan dosyayı sonraya saklama</translation>
    </message>
    <message>
        <source>Take in an exchange</source>
        <translation>Dosya alma</translation>
    </message>
    <message>
        <source>Prepare an exchange</source>
        <translation>Göndermeye hazırlık</translation>
    </message>
    <message>
        <source>Send an exchange</source>
        <translation>Dosya gönderme</translation>
    </message>
    <message>
        <source>Erase a person</source>
        <translation>Kişiyi kalıcı olarak silme</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Dosya ekle</translation>
    </message>
    <message>
        <source>Take a file away</source>
        <translation>Dosyayı kaldır</translation>
    </message>
    <message>
        <source>Begin a round</source>
        <translation>Uygulama turu başlat</translation>
    </message>
    <message>
        <source>Count today’s figures</source>
        <translation>Bugünün sayılarını kaydet</translation>
    </message>
    <message>
        <source>Take an exchange back</source>
        <translation>Alışverişi geri al</translation>
    </message>
    <message>
        <source>Decide a conflict</source>
        <translation>Çakışmaya karar ver</translation>
    </message>
    <message>
        <source>Look into the shared folder</source>
        <translation>Ortak klasöre bakma</translation>
    </message>
    <message>
        <source>Say whether two rows are one</source>
        <translation>İki kaydın aynı olup olmadığını belirtme</translation>
    </message>
    <message>
        <source>Change the shared folder</source>
        <translation>Ortak klasörü değiştirme</translation>
    </message>
    <message>
        <source>Record a consent</source>
        <translation>Rıza kaydedildi</translation>
    </message>
    <message>
        <source>Withdraw a consent</source>
        <translation>Rıza geri alındı</translation>
    </message>
    <message>
        <source>Destroy what is past its time</source>
        <translation>Süresi dolanlar imha edildi</translation>
    </message>
    <message>
        <source>Rescue what could be read</source>
        <translation>Okunabilenleri kurtarma</translation>
    </message>
    <message>
        <source>Sit down at the keyboard</source>
        <translation>Klavye başına geçme</translation>
    </message>
    <message>
        <source>Keep a draft</source>
        <translation>Taslak saklama</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>Sheet “{sheet}” is longer than {limit} rows; the rest was left out.</source>
        <translation>“{sheet}” sayfası {limit} satırdan uzun; gerisi alınmadı.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}” is wider than {limit} columns; the rest was left out.</source>
        <translation>“{sheet}” sayfası {limit} sütundan geniş; gerisi alınmadı.</translation>
    </message>
    <message>
        <source>The mark “{mark}” has no one meaning here.</source>
        <translation>“{mark}” işaretinin burada tek bir anlamı yok.</translation>
    </message>
    <message>
        <source>“{mark}” can mean several things in this list; please say what it means.</source>
        <translation>“{mark}” bu listede birden çok anlama gelebilir; ne anlama geldiğini seçin.</translation>
    </message>
    <message>
        <source>“{mark}” was read as late, because other marks say who came.</source>
        <translation>“{mark}” geç olarak okundu, çünkü kimin geldiğini başka işaretler söylüyor.</translation>
    </message>
    <message>
        <source>“{mark}” was read as present, because no other mark says who came.</source>
        <translation>“{mark}” katıldı olarak okundu, çünkü kimin geldiğini başka bir işaret söylemiyor.</translation>
    </message>
    <message>
        <source>“{mark}” was read as yes, beside N for no.</source>
        <translation>“{mark}” evet olarak okundu, çünkü yanında hayır için N var.</translation>
    </message>
    <message>
        <source>“{mark}” was read as absent (yok).</source>
        <translation>“{mark}” katılmadı (yok) olarak okundu.</translation>
    </message>
    <message>
        <source>“{mark}” was read as absent, because other marks say who came.</source>
        <translation>“{mark}” katılmadı olarak okundu, çünkü kimin geldiğini başka işaretler söylüyor.</translation>
    </message>
    <message>
        <source>a total, not a person</source>
        <translation>toplam satırı, kişi değil</translation>
    </message>
    <message>
        <source>the headings once more</source>
        <translation>başlıkların tekrarı</translation>
    </message>
    <message>
        <source>a title</source>
        <translation>başlık yazısı</translation>
    </message>
    <message>
        <source>a note or signature under the list</source>
        <translation>listenin altındaki not ya da imza</translation>
    </message>
    <message>
        <source>an empty row with a number</source>
        <translation>numaralı boş satır</translation>
    </message>
    <message>
        <source>By its heading.</source>
        <translation>Başlığından anlaşıldı.</translation>
    </message>
    <message>
        <source>By its cells.</source>
        <translation>Hücrelerinden anlaşıldı.</translation>
    </message>
    <message>
        <source>Not needed.</source>
        <translation>Gerekli değil.</translation>
    </message>
    <message>
        <source>Another column already holds this.</source>
        <translation>Bu bilgi zaten başka bir sütunda.</translation>
    </message>
    <message>
        <source>Personal data that the program does not keep.</source>
        <translation>Programın saklamadığı kişisel veri.</translation>
    </message>
    <message>
        <source>A total.</source>
        <translation>Toplam.</translation>
    </message>
    <message>
        <source>It holds marks of attendance.</source>
        <translation>Yoklama işaretleri içeriyor.</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Ad soyad</translation>
    </message>
    <message>
        <source>Full name, family name first</source>
        <translation>Soyadı ad</translation>
    </message>
    <message>
        <source>Province and district</source>
        <translation>İl ve ilçe</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Oturum</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Topluluk</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
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
        <source>Workshop</source>
        <translation>Atölye</translation>
    </message>
    <message>
        <source>The person&apos;s number in this list</source>
        <translation>Kişinin bu listedeki numarası</translation>
    </message>
    <message>
        <source>In person or online</source>
        <translation>Yüz yüze ya da çevrim içi</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Dakika</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Contact: name</source>
        <translation>İlgili kişi: ad</translation>
    </message>
    <message>
        <source>Contact: role</source>
        <translation>İlgili kişi: görev</translation>
    </message>
    <message>
        <source>Contact: phone</source>
        <translation>İlgili kişi: telefon</translation>
    </message>
    <message>
        <source>Contact: e-mail</source>
        <translation>İlgili kişi: e-posta</translation>
    </message>
    <message>
        <source>You chose this.</source>
        <translation>Siz seçtiniz.</translation>
    </message>
    <message>
        <source>This program wrote it.</source>
        <translation>Bu programın yazdığı dosya.</translation>
    </message>
    <message>
        <source>As last time.</source>
        <translation>Geçen seferki gibi.</translation>
    </message>
    <message>
        <source>You chose to leave this row out.</source>
        <translation>Bu satırı almamayı seçtiniz.</translation>
    </message>
    <message>
        <source>“{session}” is another session than the chosen one; its marks are left out.</source>
        <translation>“{session}” seçilen oturumdan farklı; işaretleri alınmıyor.</translation>
    </message>
    <message>
        <source>It is not known on which day “{session}” was; its marks are left out.</source>
        <translation>“{session}” hangi gündü belli değil; işaretleri alınmıyor.</translation>
    </message>
    <message>
        <source>“{session}” has no year; {year} was assumed.</source>
        <translation>“{session}” için yıl yazılmamış; {year} kabul edildi.</translation>
    </message>
    <message>
        <source>The row has no name; say whether it is {name}.</source>
        <translation>Satırda ad yok; {name} olup olmadığını belirtin.</translation>
    </message>
    <message>
        <source>Row {number} already says the same person.</source>
        <translation>Aynı kişi {number} numaralı satırda zaten var.</translation>
    </message>
    <message>
        <source>There is no community “{name}”; the row is taken without it.</source>
        <translation>“{name}” adında bir topluluk yok; satır topluluksuz alınır.</translation>
    </message>
    <message>
        <source>This name stands in the list more than once; say whether it is one person.</source>
        <translation>Bu ad listede birden çok kez var; aynı kişi olup olmadığını belirtin.</translation>
    </message>
    <message>
        <source>{name} is already stored and nothing else tells whether it is the same person.</source>
        <translation>{name} zaten kayıtlı; aynı kişi olup olmadığını gösteren başka bilgi yok.</translation>
    </message>
    <message>
        <source>{name} has the same phone or e-mail but another name.</source>
        <translation>{name} ile telefon ya da e-posta aynı, ad farklı.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Yeni</translation>
    </message>
    <message>
        <source>Already known</source>
        <translation>Kayıtlı</translation>
    </message>
    <message>
        <source>Nothing to change</source>
        <translation>Değişiklik yok</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Şüpheli</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Alınamadı</translation>
    </message>
    <message>
        <source>the same name</source>
        <translation>aynı ad</translation>
    </message>
    <message>
        <source>the same phone, another name</source>
        <translation>aynı telefon, farklı ad</translation>
    </message>
    <message>
        <source>the same e-mail, another name</source>
        <translation>aynı e-posta, farklı ad</translation>
    </message>
    <message>
        <source>the same name further up in this list</source>
        <translation>bu listede yukarıda aynı ad</translation>
    </message>
    <message>
        <source>This name stands in the list more than once; say whether it is one.</source>
        <translation>Bu ad listede birden çok kez var; aynı olup olmadığını belirtin.</translation>
    </message>
    <message>
        <source>A request without a name is kept of somebody who was erased; it cannot be entered anew.</source>
        <translation>Adı olmayan başvuru, kaydı kalıcı olarak silinmiş birinden kalmıştır; yeniden girilemez.</translation>
    </message>
    <message>
        <source>{name} is already stored and nothing else tells whether it is the same.</source>
        <translation>{name} zaten kayıtlı; aynı olup olmadığını gösteren başka bilgi yok.</translation>
    </message>
    <message>
        <source>This stands further up in the list already.</source>
        <translation>Bu, listede daha yukarıda da var.</translation>
    </message>
    <message>
        <source>By words of its question.</source>
        <translation>Sorunun sözcüklerinden.</translation>
    </message>
    <message>
        <source>Left out on purpose: feedback is never linked to a person or a time.</source>
        <translation>Bilerek alınmadı: geri bildirim hiçbir kişi ya da saatle ilişkilendirilmez.</translation>
    </message>
    <message>
        <source>Nothing is filled in here.</source>
        <translation>Bu satırda doldurulmuş bir şey yok.</translation>
    </message>
    <message>
        <source>“{workshop}” has no session on {day} here; its marks are left out.</source>
        <translation>“{workshop}” için burada {day} tarihli oturum yok; işaretleri alınmaz.</translation>
    </message>
    <message>
        <source>Several sessions of “{workshop}” begin on {day} at the same time; their marks are left out.</source>
        <translation>“{workshop}” için {day} tarihinde aynı saatte başlayan birden çok oturum var; işaretleri alınmaz.</translation>
    </message>
    <message>
        <source>“{workshop}” is another workshop than the chosen one; its marks are left out.</source>
        <translation>“{workshop}” seçilen atölye değil; işaretleri alınmaz.</translation>
    </message>
    <message>
        <source>Differs, the stored value stays: {fields}</source>
        <translation>Farklı, kayıtlı değer kalır: {fields}</translation>
    </message>
    <message>
        <source>{stored} (in the file: {given}) · {session}</source>
        <translation>{stored} (dosyada: {given}) · {session}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} dk</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Organisation</source>
        <translation>Kurum</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Hakkında</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Günler</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Hazırlandığı gün</translation>
    </message>
    <message>
        <source>People are counted once in the whole, once in each year and once in each province. Those reached by activities and by outputs are not added up: whoever came may well have read. * stands for a group of fewer than five people, and for a number from which such a group could be computed.</source>
        <translation>Bir kişi bütünde bir kez, her yılda bir kez ve her ilde bir kez sayılır. Etkinliklerin ve çıktıların ulaştığı kişiler toplanmaz: gelen, okumuş da olabilir. * işareti, beş kişiden küçük bir grubun ya da böyle bir grubun hesaplanabileceği bir sayının yerini tutar.</translation>
    </message>
    <message>
        <source>Nothing is recorded for these days yet.</source>
        <translation>Bu günler için henüz bir kayıt yok.</translation>
    </message>
    <message>
        <source>Impact report</source>
        <translation>Etki raporu</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>Bütün yıllar</translation>
    </message>
    <message>
        <source>Reach by year</source>
        <translation>Yıllara göre ulaşılan kişiler</translation>
    </message>
    <message>
        <source>Reach by province</source>
        <translation>İllere göre ulaşılan kişiler</translation>
    </message>
    <message>
        <source>Since {year}</source>
        <translation>Kuruluş: {year}</translation>
    </message>
    <message>
        <source>People reached</source>
        <translation>Ulaşılan kişiler</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>%{number}</translation>
    </message>
    <message>
        <source>Workshops and other activities</source>
        <translation>Atölyeler ve diğer etkinlikler</translation>
    </message>
    <message>
        <source>Of those with a known lead, led by teachers</source>
        <translation>Yürütücüsü bilinenlerden öğretmenlerin yürüttüğü</translation>
    </message>
    <message>
        <source>People who went from participant to leader</source>
        <translation>Katılımcıyken yürütücü olan kişi</translation>
    </message>
    <message>
        <source>Active communities, on the day of this report</source>
        <translation>Raporun hazırlandığı gün etkin olan topluluk</translation>
    </message>
    <message>
        <source>Needs raised</source>
        <translation>Dile getirilen ihtiyaç</translation>
    </message>
    <message>
        <source>… of them addressed since</source>
        <translation>… bunlardan karşılanan</translation>
    </message>
    <message>
        <source>Decisions of communities</source>
        <translation>Toplulukların aldığı karar</translation>
    </message>
    <message>
        <source>Solutions begun</source>
        <translation>Başlanan çözüm</translation>
    </message>
    <message>
        <source>Rounds of solutions carried out</source>
        <translation>Yapılan uygulama turu</translation>
    </message>
    <message>
        <source>Outputs published</source>
        <translation>Yayımlanan çıktı</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>Temel göstergeler</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Sayı</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Başlayan</translation>
    </message>
    <message>
        <source>Sessions held</source>
        <translation>Yapılan oturum</translation>
    </message>
    <message>
        <source>Activities by kind</source>
        <translation>Türlerine göre etkinlikler</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>bilinmiyor</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Çıktı</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Outputs, and whom they have reached so far</source>
        <translation>Çıktılar ve bugüne dek ulaştıkları kişiler</translation>
    </message>
    <message>
        <source>Stakeholders, on the day of this report</source>
        <translation>Raporun hazırlandığı gün paydaşlar</translation>
    </message>
    <message>
        <source>Milestones and awards</source>
        <translation>Dönüm noktaları ve ödüller</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Söz</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Kimin</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Yıl</translation>
    </message>
    <message>
        <source>In their own words</source>
        <translation>Kendi sözleriyle</translation>
    </message>
    <message>
        <source>{whole}.{part} / {best}</source>
        <translation>{whole},{part} / {best}</translation>
    </message>
    <message>
        <source>Feedback of participants</source>
        <translation>Katılımcıların geri bildirimi</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>Anketler</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Yanıt</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Ortalama</translation>
    </message>
    <message>
        <source>wave {number}</source>
        <translation>{number}. dalga</translation>
    </message>
    <message>
        <source>,</source>
        <translation>.</translation>
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
        <translation>Ad soyad</translation>
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
        <translation>Yerinde kayıtlar</translation>
    </message>
    <message>
        <source>Facilitator&apos;s signature</source>
        <translation>Kolaylaştırıcı imzası</translation>
    </message>
    <message>
        <source>listed on a page of their own, behind the list of people</source>
        <translation>katılımcı listesinin arkasında, ayrı bir sayfada</translation>
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
        <source>ID for the funder</source>
        <translation>Destekçinin istediği no.</translation>
    </message>
    <message>
        <source>I agree: contact</source>
        <translation>Rıza: iletişim</translation>
    </message>
    <message>
        <source>I agree: photo, video</source>
        <translation>Rıza: fotoğraf, video</translation>
    </message>
    <message>
        <source>I agree: sharing</source>
        <translation>Rıza: paylaşım</translation>
    </message>
    <message>
        <source>I agree: abroad</source>
        <translation>Rıza: yurt dışı</translation>
    </message>
    <message>
        <source>Destruction log</source>
        <translation>İmha kaydı</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Kural</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Sayı</translation>
    </message>
    <message>
        <source>On whose decision</source>
        <translation>Kimin kararıyla</translation>
    </message>
    <message>
        <source>Your personal data on this sheet is used only to document attendance at this activity. You can ask the facilitator for the full privacy notice.</source>
        <translation>Bu listedeki kişisel verileriniz yalnızca bu etkinliğe katılımı belgelemek için işlenir. Aydınlatma metninin tamamını kolaylaştırıcıdan isteyebilirsiniz.</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Akış</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Süre</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} dk</translation>
    </message>
    <message>
        <source>Together {minutes} min</source>
        <translation>Toplam {minutes} dk</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne yapılacak</translation>
    </message>
    <message>
        <source>Led by</source>
        <translation>Yürüten</translation>
    </message>
    <message>
        <source>To bring</source>
        <translation>Hazırlanacak malzeme</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Adımlar</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>İpuçları</translation>
    </message>
    <message>
        <source>Engagement tool</source>
        <translation>Etkileşim aracı</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Kararlar</translation>
    </message>
    <message>
        <source>For {number}</source>
        <translation>Kabul {number}</translation>
    </message>
    <message>
        <source>against {number}</source>
        <translation>ret {number}</translation>
    </message>
    <message>
        <source>abstained {number}</source>
        <translation>çekimser {number}</translation>
    </message>
    <message>
        <source>About: {needs}</source>
        <translation>İlgili ihtiyaçlar: {needs}</translation>
    </message>
</context>
<context>
    <name>subject</name>
    <message>
        <source>Name</source>
        <translation>Ad soyad</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>Veri sorumlusu</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Hazırlandığı zaman</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>Verileriniz</translation>
    </message>
    <message>
        <source>This is everything the network keeps about you. Feedback forms and surveys are kept without names, so none can be yours. You may have mistakes corrected, have your data erased, or object to their use: write to us, and you are answered within thirty days.</source>
        <translation>Ağın hakkınızda tuttuğu her şey burada. Geri bildirim formları ve anketler adsız tutulduğu için aralarında size ait olan bulunamaz. Yanlışların düzeltilmesini, verilerinizin silinmesini isteyebilir ya da kullanılmalarına itiraz edebilirsiniz: bize yazın, otuz gün içinde yanıt alırsınız.</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Sıfatı</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>Yazılanlar</translation>
    </message>
    <message>
        <source>Named in</source>
        <translation>Adının geçtiği kayıtlar</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>Kime verildi</translation>
    </message>
    <message>
        <source>With phone and e-mail</source>
        <translation>Telefon ve e-posta ile</translation>
    </message>
    <message>
        <source>Files that may hold these data</source>
        <translation>Bu verileri içerebilecek dosyalar</translation>
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
    <name>sync</name>
    <message>
        <source>Read me</source>
        <translation>Okuyun</translation>
    </message>
    <message>
        <source>One province: {name}</source>
        <translation>Tek il: {name}</translation>
    </message>
    <message>
        <source>One community</source>
        <translation>Tek topluluk</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Her şey</translation>
    </message>
    <message>
        <source>{part} of {parts}</source>
        <translation>{part} / {parts}</translation>
    </message>
    <message>
        <source>Only what changed since the receiver&apos;s last answer</source>
        <translation>Yalnızca alıcının son yanıtından sonra değişenler</translation>
    </message>
    <message>
        <source>You may correct cells, add rows at the end of a sheet, and send the file back.</source>
        <translation>Hücreleri düzeltebilir, sayfanın sonuna satır ekleyebilir ve dosyayı geri gönderebilirsiniz.</translation>
    </message>
    <message>
        <source>To remove a row, choose DELETE in its Action column. A row that you merely take out of the sheet stays.</source>
        <translation>Bir kaydı silmek için İşlem sütununda SİL seçin. Sayfadan yalnızca çıkardığınız bir satır kayıtlarda kalır.</translation>
    </message>
    <message>
        <source>Leave the Code column as it is: it tells which row is meant. Sort whole rows only, never one column.</source>
        <translation>Kod sütununu olduğu gibi bırakın: hangi kaydın kastedildiğini o söyler. Yalnızca bütün satırları sıralayın, hiçbir zaman tek bir sütunu değil.</translation>
    </message>
    <message>
        <source>To take the file in, choose Send / Receive in TN Desktop and drop the file there.</source>
        <translation>Dosyayı almak için TN Desktop’ta Gönder / Al bölümünü açın ve dosyayı oraya bırakın.</translation>
    </message>
    <message>
        <source>Workbook for exchange</source>
        <translation>Gönder / al dosyası</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Gönderen</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Kuruluş</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>Hazırlanma zamanı</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Kapsam</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Bölüm</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Parmak izi</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Hazırlayan program</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>İçindekiler</translation>
    </message>
    <message>
        <source>Working in this file</source>
        <translation>Bu dosyada çalışmak</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Kişisel veriler</translation>
    </message>
    <message>
        <source>This file holds the data of {count} people. Pass it on with care.</source>
        <translation>Bu dosyada {count} kişinin verileri var. Özenle paylaşın.</translation>
    </message>
    <message>
        <source>DELETE</source>
        <translation>SİL</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kod</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>İşlem</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Present</source>
        <translation>Katıldı</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Geç</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>Mazeretli</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Katılmadı</translation>
    </message>
    <message>
        <source>Unmarked</source>
        <translation>İşaretsiz</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Elle</translation>
    </message>
    <message>
        <source>Marked together</source>
        <translation>Toplu işaretleme</translation>
    </message>
    <message>
        <source>From paper</source>
        <translation>Kâğıttan</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>İçe aktarıldı</translation>
    </message>
    <message>
        <source>Gave way to another mark</source>
        <translation>Başka bir işaret geçerli</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>Yüz yüze</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Çevrim içi</translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation>Hibrit</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planlandı</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Yapıldı</translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation>Ertelendi</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>İptal edildi</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Atölye</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Söyleşi</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Buluşma</translation>
    </message>
    <message>
        <source>Hybrid program</source>
        <translation>Hibrit program</translation>
    </message>
    <message>
        <source>Collaboration</source>
        <translation>İş birliği</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proje</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Kayıtlı</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>Bekleme listesi</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Çekildi</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Topluluk</translation>
    </message>
    <message>
        <source>Working group</source>
        <translation>Çalışma grubu</translation>
    </message>
    <message>
        <source>1 Gathering a motivated group</source>
        <translation>1 İstekli bir grup toplama</translation>
    </message>
    <message>
        <source>2 Becoming a community with common goals</source>
        <translation>2 Ortak hedefli topluluğa dönüşme</translation>
    </message>
    <message>
        <source>3 Discussing needs</source>
        <translation>3 İhtiyaçları konuşma</translation>
    </message>
    <message>
        <source>4 Running activities</source>
        <translation>4 Etkinlikler düzenleme</translation>
    </message>
    <message>
        <source>5 Building the stakeholder network</source>
        <translation>5 Paydaş ağını kurma</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Etkin</translation>
    </message>
    <message>
        <source>Dormant</source>
        <translation>Beklemede</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Kapandı</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Üye</translation>
    </message>
    <message>
        <source>Facilitator</source>
        <translation>Kolaylaştırıcı</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Koordinatör</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>Uzman</translation>
    </message>
    <message>
        <source>Supporter</source>
        <translation>Destekçi</translation>
    </message>
    <message>
        <source>NGO</source>
        <translation>STK</translation>
    </message>
    <message>
        <source>Individual</source>
        <translation>Birey</translation>
    </message>
    <message>
        <source>Public agency</source>
        <translation>Kamu kurumu</translation>
    </message>
    <message>
        <source>Private agency</source>
        <translation>Özel sektör kuruluşu</translation>
    </message>
    <message>
        <source>University</source>
        <translation>Üniversite</translation>
    </message>
    <message>
        <source>Prospective</source>
        <translation>Aday</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Geçmiş</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Ev sahibi</translation>
    </message>
    <message>
        <source>Funder</source>
        <translation>Fon veren</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Konuşmacı</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Ortak</translation>
    </message>
    <message>
        <source>Spreads the word</source>
        <translation>Duyuran</translation>
    </message>
    <message>
        <source>Enquiry</source>
        <translation>Başvuru</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Ziyaret</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Anlaşma</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Dile getirildi</translation>
    </message>
    <message>
        <source>Discussed</source>
        <translation>Konuşuldu</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Seçildi</translation>
    </message>
    <message>
        <source>Addressed</source>
        <translation>Karşılandı</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Bırakıldı</translation>
    </message>
    <message>
        <source>Being designed</source>
        <translation>Tasarlanıyor</translation>
    </message>
    <message>
        <source>Being tried</source>
        <translation>Uygulanıyor</translation>
    </message>
    <message>
        <source>Being revised</source>
        <translation>Yenileniyor</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Tamamlandı</translation>
    </message>
    <message>
        <source>Lesson plan</source>
        <translation>Ders planı</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Kılavuz</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Etkinlik</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Materyal</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Yazı</translation>
    </message>
    <message>
        <source>Exhibition</source>
        <translation>Sergi</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Yazılım</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>İsimli</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Sayıldı</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>Tahmini</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Biçim</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Yöntem</translation>
    </message>
    <message>
        <source>From an online form</source>
        <translation>Çevrim içi formdan</translation>
    </message>
    <message>
        <source>Well-being</source>
        <translation>İyi oluş</translation>
    </message>
    <message>
        <source>Resilience</source>
        <translation>Dayanıklılık</translation>
    </message>
    <message>
        <source>Support among colleagues</source>
        <translation>Meslektaş desteği</translation>
    </message>
    <message>
        <source>Reputation of the profession</source>
        <translation>Mesleğin itibarı</translation>
    </message>
    <message>
        <source>Confidence in one&apos;s teaching</source>
        <translation>Öz yeterlik</translation>
    </message>
    <message>
        <source>Belonging</source>
        <translation>Aidiyet</translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation>Dönüm noktası</translation>
    </message>
    <message>
        <source>Award</source>
        <translation>Ödül</translation>
    </message>
    <message>
        <source>Key figure</source>
        <translation>Temel gösterge</translation>
    </message>
    <message>
        <source>Privacy notice</source>
        <translation>Aydınlatma metni</translation>
    </message>
    <message>
        <source>Explicit consent</source>
        <translation>Açık rıza</translation>
    </message>
    <message>
        <source>Being contacted</source>
        <translation>İletişim kurulması</translation>
    </message>
    <message>
        <source>Photo and video</source>
        <translation>Fotoğraf ve video</translation>
    </message>
    <message>
        <source>Sharing with partners</source>
        <translation>Paydaşlarla paylaşım</translation>
    </message>
    <message>
        <source>Transfer abroad</source>
        <translation>Yurt dışına aktarım</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kâğıt</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Ekran</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>E-posta</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkçe</translation>
    </message>
    <message>
        <source>English</source>
        <translation>İngilizce</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Erişim</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Düzeltme</translation>
    </message>
    <message>
        <source>Erasure</source>
        <translation>Silme</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>İtiraz</translation>
    </message>
    <message>
        <source>Waits for an answer</source>
        <translation>Yanıt bekliyor</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Yanıtlandı</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Reddedildi</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Öğretmen</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Veli</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Öğrenci</translation>
    </message>
    <message>
        <source>School administrator</source>
        <translation>Okul yöneticisi</translation>
    </message>
    <message>
        <source>Academic</source>
        <translation>Akademisyen</translation>
    </message>
    <message>
        <source>Volunteer</source>
        <translation>Gönüllü</translation>
    </message>
    <message>
        <source>Stakeholder contact</source>
        <translation>Paydaş temsilcisi</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Diğer</translation>
    </message>
    <message>
        <source>Critical thinking</source>
        <translation>Eleştirel düşünme</translation>
    </message>
    <message>
        <source>Creative thinking</source>
        <translation>Yaratıcı düşünme</translation>
    </message>
    <message>
        <source>Framing problems</source>
        <translation>Sorunu tanımlama</translation>
    </message>
    <message>
        <source>Finding ideas</source>
        <translation>Fikir üretme</translation>
    </message>
    <message>
        <source>Deciding together</source>
        <translation>Birlikte karar verme</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planlama</translation>
    </message>
    <message>
        <source>Weighing evidence</source>
        <translation>Kanıt tartma</translation>
    </message>
    <message>
        <source>Empathy</source>
        <translation>Empati</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Dinleme</translation>
    </message>
    <message>
        <source>Speaking up</source>
        <translation>Söz alma</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>İletişim</translation>
    </message>
    <message>
        <source>Working together</source>
        <translation>Birlikte çalışma</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Güven</translation>
    </message>
    <message>
        <source>Reflection</source>
        <translation>Yansıtıcı düşünme</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Her gün</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>Her hafta</translation>
    </message>
    <message>
        <source>Every two weeks</source>
        <translation>İki haftada bir</translation>
    </message>
    <message>
        <source>Monthly, same weekday</source>
        <translation>Her ay, aynı gün</translation>
    </message>
    <message>
        <source>Teachers</source>
        <translation>Öğretmenler</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Başkaları</translation>
    </message>
    <message>
        <source>The same?</source>
        <translation>Aynı mı?</translation>
    </message>
    <message>
        <source>the same person</source>
        <translation>aynı kişi</translation>
    </message>
    <message>
        <source>different people</source>
        <translation>ayrı kişiler</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>aynı</translation>
    </message>
    <message>
        <source>different</source>
        <translation>farklı</translation>
    </message>
    <message>
        <source>verdict taken back</source>
        <translation>karar geri alındı</translation>
    </message>
</context>
</TS>
