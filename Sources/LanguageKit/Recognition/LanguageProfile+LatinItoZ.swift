extension LanguageProfile {
    /// Languages in Latin letters, those whose codes begin with i to z.
    static let latinItoZ: [LanguageProfile] = [
        LanguageProfile(
            "id", "Indonesian", letters: "",
            words: """
                yang dan di ini itu dengan untuk dari tidak dalam pada akan juga ke oleh karena adalah ada bisa
                mereka telah sudah saat kata atau kami dia tersebut lebih sebagai setiap semua lain dapat hanya agar
                bukan ketika mana tanpa bawah atas antara jika
                """),
        LanguageProfile(
            "is", "Icelandic", letters: "áðéíóúýþæö",
            words: """
                og að er ekki það sem við var hann hún þetta með um til því eru hefur verið ég en fyrir svo þá frá
                þeir segir eftir sér þar hafa
                """),
        LanguageProfile(
            "it", "Italian", letters: "àèéìòù",
            words: """
                che il per un una è in non con si sono della dei nel alla più come anche gli ha le lo questo ma ai
                dal delle degli al suo sua stato essere tra dopo nella hanno dell' l' un' all' c' ci quando perché
                solo ogni se questa questi queste quella quello può possono deve altri altra sul sulla nelle nei dai
                dalla loro
                """),
        LanguageProfile(
            "lt", "Lithuanian", letters: "ąčęėįšųūž",
            words: """
                ir kad yra ne su į tai bet iš buvo jis jau ar apie dėl kaip už tik po pagal nuo taip pat kuris kurie
                bus jų metų
                """),
        LanguageProfile(
            "lv", "Latvian", letters: "āčēģīķļņšūž",
            words: """
                un ir ka ar no par uz nav tas lai arī kas bija bet kā pie tika vai jau šo viņš būs pēc gada savu
                tiek
                """),
        LanguageProfile(
            "ms", "Malay", letters: "",
            words: """
                yang dan di ini itu dengan untuk daripada tidak dalam pada akan juga oleh kerana adalah ada boleh
                mereka telah beliau kata atau kami tersebut lebih sebagai ialah bahawa setiap semua lain dapat hanya
                supaya bukan ketika mana tanpa bawah atas antara jika
                """),
        LanguageProfile(
            "nb", "Norwegian", also: ["no", "nn"], letters: "æøå",
            words: """
                og er det ikke til av på som med den har kan vil ble var være også fra etter sier mye skal men hun
                de at om nå ved seg mellom jeg vi når ha mot blir kunne hva ut oss hvor bare denne dette disse alle
                andre ingen enn eller brukes
                """),
        LanguageProfile(
            "nl", "Dutch", letters: "ëïéè",
            words: """
                het een dat niet zijn voor met aan ook wordt worden heeft bij naar uit maar door nog wel dan hebben
                deze werd geen kan meer om zich volgens zegt moet tot ze en als hij jaar onder op elke alle andere
                kunnen moeten zal werden zonder tussen hun haar wat wie hoe
                """),
        LanguageProfile(
            "pl", "Polish", letters: "ąćęłńóśźż",
            words: """
                się na że nie jest od przez jak dla oraz ale które który która są tym tego był była było już może
                także przy tylko jego czy ich będzie przed roku powiedział lub co każdy wszystkie inne można być aby
                kiedy gdzie bez pod nad między jeśli
                """),
        LanguageProfile(
            "pt", "Portuguese", letters: "áâãàçéêíóôõú",
            words: """
                que não um uma em para com por se no na os mais foi ao à como mas são ele ela seu sua também pelo
                pela entre já está ser até isso muito há quando nos nas disse anos segundo sobre cada qual isto
                estes estas essa esse pode podem deve outros outra aos seus suas nem sem ou
                """),
        LanguageProfile(
            "ro", "Romanian", letters: "ăâîșțşţ",
            words: """
                și în nu cu pe care din este mai fost sunt pentru să că a fi au după prin sau între acest această
                lui ce ar spus săi lor când dar până fiecare toate alte poate numai ca va unde fără sub peste dacă
                """),
        LanguageProfile(
            "sk", "Slovak", letters: "áäčďéíĺľňóôŕšťúýž",
            words: """
                že sa je na vo ktorý ktorá ktoré však sú bol bola bolo podľa aj jeho ich ako pre ale už aby pri sme
                uviedol povedal rokov po od až do alebo každý všetky iné možno byť len môže bude nie kedy kde bez
                pod nad medzi ak
                """),
        LanguageProfile(
            "sl", "Slovenian", letters: "čšž",
            words: """
                je se da na so ki ni bi za tudi ter po pri kot pa bil bila bilo že še med iz lahko zaradi leta več
                ob bo kar kako ga svoje vsak vsi drugi samo niso kdaj kje brez pod nad če ali
                """),
        LanguageProfile(
            "so", "Somali", letters: "",
            words: """
                oo iyo ka ku waxaa uu ayaa waa ah soo kale leh lagu uga isaga ayay wuxuu markii waxay sheegay dalka
                ayaan iyada
                """),
        LanguageProfile(
            "sq", "Albanian", letters: "çë",
            words: """
                dhe të në që për një nga është nuk ka se si janë më tij kanë ishte edhe por kjo u sipas këtë
                """),
        LanguageProfile(
            "sv", "Swedish", letters: "åäö",
            words: """
                och att det inte är som på med för av till den har kan ska vi jag också från var men hon efter när
                sig ett eller mycket under säger mellan blir vid han nu skulle sedan varje alla andra kunna måste
                utan hans hennes vad vem hur om detta dessa ej
                """),
        LanguageProfile(
            "sw", "Swahili", letters: "",
            words: """
                wa na kwa katika hiyo huyo kuwa yake kama hii hilo lakini baada watu wake cha alisema ambao hivyo
                pia ili
                """),
        LanguageProfile(
            "tl", "Tagalog", also: ["fil"], letters: "",
            words: """
                ang ng na mga ay ni para ito hindi si nang siya rin din kanyang ayon niya nila pero kung
                """),
        LanguageProfile(
            "tr", "Turkish", letters: "çğıöşü",
            words: """
                ve bir bu için ile olarak çok daha olan gibi ama değil sonra kadar göre var yok ise dedi oldu etti
                tarafından bütün diğer veya yalnızca eğer değildir olur edilir ancak ki mi nasıl nerede bunu
                """),
        LanguageProfile(
            "vi", "Vietnamese", letters: "ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ",
            words: """
                và của là không được các có trong cho người một những với đã này đến cũng để khi tại như về từ ra
                năm
                """),
    ]
}
