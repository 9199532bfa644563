import Testing

/// Short news in many languages, written for these tests.
enum Foreign {
    struct Sample: Sendable, CustomTestStringConvertible {
        var code: String
        var text: String
        var testDescription: String { code }
    }

    static let samples: [Sample] = latin + others

    private static let latin = [
        Sample(
            code: "de",
            text: """
                Die Brücke über den Fluss bleibt bis zum Frühjahr gesperrt. Das teilte die Stadt am Montag mit. „Wir warten
                nicht noch einen Winter“, sagte die Bürgermeisterin. Die Arbeiten werden nach ihren Angaben im März beginnen.
                """),
        Sample(
            code: "nl",
            text: """
                De brug over de rivier blijft tot het voorjaar dicht, heeft de gemeente maandag gezegd. „We wachten niet nog
                een winter”, zei de burgemeester. Volgens haar wordt in maart met het werk begonnen en is het in mei klaar.
                """),
        Sample(
            code: "af",
            text: """
                Die brug oor die rivier sal nie voor die lente oopgaan nie, het die burgemeester Maandag gesê. Sy het
                bygevoeg dat hulle nog baie werk moet doen en dat die inwoners daar 'n ander pad kan gebruik.
                """),
        Sample(
            code: "fr",
            text: """
                Le pont restera fermé jusqu'au printemps, a annoncé lundi la mairie. « Nous n'attendrons pas un autre hiver »,
                a déclaré la maire devant le conseil. Les travaux, qui ont été retardés, seront terminés dans deux mois.
                """),
        Sample(
            code: "es",
            text: """
                El puente seguirá cerrado hasta la primavera, anunció el lunes el ayuntamiento. «No esperaremos otro
                invierno», dijo la alcaldesa, que explicó también que las obras fueron aplazadas por el mal tiempo.
                """),
        Sample(
            code: "pt",
            text: """
                A ponte vai continuar fechada até à primavera, anunciou na segunda-feira a câmara. “Não esperamos mais um
                inverno”, disse a presidente, que explicou também que as obras foram adiadas por causa do mau tempo.
                """),
        Sample(
            code: "it",
            text: """
                Il ponte sul fiume resterà chiuso fino alla primavera, ha detto lunedì il Comune. «Non aspetteremo un altro
                inverno», ha aggiunto la sindaca, secondo cui i lavori sono stati rinviati anche per il maltempo.
                """),
        Sample(
            code: "ca",
            text: """
                El pont continuarà tancat fins a la primavera, ha dit dilluns l'ajuntament. «No esperarem un altre hivern»,
                ha explicat l'alcaldessa, que també ha dit que les obres han estat ajornades pel mal temps.
                """),
        Sample(
            code: "ro",
            text: """
                Podul peste râu va rămâne închis până în primăvară, a anunțat luni primăria. „Nu mai așteptăm o iarnă”, a spus
                primărița, care a explicat că lucrările au fost amânate și din cauza vremii.
                """),
        Sample(
            code: "sv",
            text: """
                Bron över ån hålls stängd till våren, meddelade kommunen på måndagen. ”Vi väntar inte en vinter till”, säger
                borgmästaren, som också berättade att arbetet har skjutits upp för att vädret var dåligt.
                """),
        Sample(
            code: "da",
            text: """
                Broen over åen bliver lukket indtil foråret, oplyste kommunen mandag. „Vi venter ikke en vinter til,“ sagde
                borgmesteren, der også fortalte, at arbejdet er blevet udskudt på grund af vejret efter nytår.
                """),
        Sample(
            code: "nb",
            text: """
                Broen over elva blir stengt fram til våren, opplyste kommunen mandag. «Vi venter ikke en vinter til», sa
                ordføreren, som også fortalte at arbeidet er blitt utsatt på grunn av været etter nyttår.
                """),
        Sample(
            code: "is",
            text: """
                Brúin yfir ána verður lokuð fram á vor, sagði bæjarstjórinn á mánudag. „Við bíðum ekki annan vetur,“ sagði hún
                og bætti við að það hefur verið ákveðið að fresta þessu eftir að veðrið var slæmt.
                """),
        Sample(
            code: "fi",
            text: """
                Joen yli kulkeva silta on suljettuna kevääseen asti, kaupunki kertoi maanantaina. ”Emme odota enää toista
                talvea”, sanoo pormestari, jonka mukaan työt ovat myöhästyneet myös huonon sään takia.
                """),
        Sample(
            code: "et",
            text: """
                Sild üle jõe jääb kevadeni suletuks, teatas linn esmaspäeval. „Me ei oota enam teist talve,“ ütles linnapea,
                kes lisas, et tööd on edasi lükatud ka halva ilma tõttu ning need algavad märtsis.
                """),
        Sample(
            code: "hu",
            text: """
                A folyó hídja tavaszig zárva marad, közölte hétfőn a város. „Nem várunk még egy telet” – mondta a
                polgármester, aki szerint a munkát az időjárás miatt is el kellett halasztani, és csak márciusban kezdik.
                """),
        Sample(
            code: "pl",
            text: """
                Most na rzece będzie zamknięty do wiosny, poinformował w poniedziałek ratusz. „Nie będziemy czekać jeszcze
                jednej zimy” – powiedziała burmistrz, która dodała, że prace zostały przełożone także przez pogodę.
                """),
        Sample(
            code: "cs",
            text: """
                Most přes řeku zůstane zavřený až do jara, uvedla v pondělí radnice. „Nebudeme čekat ještě jednu zimu,“ řekla
                starostka, podle které byly práce odloženy také kvůli počasí a začnou v březnu.
                """),
        Sample(
            code: "sk",
            text: """
                Most cez rieku zostane zatvorený až do jari, uviedla v pondelok radnica. „Nebudeme čakať ešte jednu zimu,“
                povedala primátorka, podľa ktorej boli práce odložené aj pre počasie a začnú sa v marci.
                """),
        Sample(
            code: "hr",
            text: """
                Most preko rijeke ostat će zatvoren do proljeća, rekao je u ponedjeljak grad. „Nećemo čekati još jednu zimu“,
                rekla je gradonačelnica, koja je dodala da su radovi odgođeni i zbog vremena te da će početi u ožujku.
                """),
        Sample(
            code: "tr",
            text: """
                Nehrin üzerindeki köprü bahara kadar kapalı kalacak. Belediye başkanı pazartesi günü “Bir kış daha
                beklemeyeceğiz” dedi ve çalışmaların hava nedeniyle ertelendiğini, ancak mart ayında başlayacağını söyledi.
                """),
        Sample(
            code: "id",
            text: """
                Jembatan di atas sungai itu akan ditutup sampai musim semi, kata wali kota pada hari Senin. “Kami tidak akan
                menunggu lagi,” katanya. Dia juga mengatakan bahwa pekerjaan itu ditunda karena cuaca yang buruk.
                """),
        Sample(
            code: "vi",
            text: """
                Cây cầu qua sông sẽ đóng cửa cho đến mùa xuân, thị trưởng nói hôm thứ Hai. “Chúng tôi không chờ thêm một mùa
                đông nữa,” bà nói và cho biết công việc đã bị hoãn vì thời tiết xấu.
                """),
        Sample(
            code: "sw",
            text: """
                Daraja la mto huo litafungwa hadi majira ya kuchipua, alisema meya siku ya Jumatatu. Alisema kwamba kazi hiyo
                iliahirishwa kwa sababu ya hali ya hewa na watu wa mji huo wanapaswa kutumia njia nyingine.
                """),
        Sample(
            code: "cy",
            text: """
                Bydd y bont dros yr afon ar gau tan y gwanwyn, meddai'r cyngor ddydd Llun. Dywedodd y maer fod y gwaith wedi
                cael ei ohirio oherwydd y tywydd, ond mae hi hefyd yn gobeithio y bydd yn dechrau ym mis Mawrth.
                """),
    ]

    private static let others = [
        Sample(
            code: "ru",
            text: """
                Мост через реку останется закрытым до весны, сообщили в понедельник в мэрии. «Мы не будем ждать ещё одну зиму»,
                — сказала мэр. По её словам, работы были отложены из-за погоды и начнутся в марте.
                """),
        Sample(
            code: "uk",
            text: """
                Міст через річку буде закритий до весни, повідомили в понеділок у мерії. «Ми не чекатимемо ще одну зиму», —
                сказала мерка. За її словами, роботи відклали також через погоду, але вони почнуться в березні.
                """),
        Sample(
            code: "bg",
            text: """
                Мостът над реката ще остане затворен до пролетта, съобщиха в понеделник от общината. „Няма да чакаме още една
                зима“, каза кметицата и добави, че работата е била отложена заради времето, но ще започне през март.
                """),
        Sample(
            code: "sr",
            text: """
                Мост преко реке остаће затворен до пролећа, саопштио је у понедељак град. „Нећемо чекати још једну зиму“, рекла
                је градоначелница, која је додала да су радови одложени због времена.
                """),
        Sample(
            code: "el",
            text: """
                Η γέφυρα θα μείνει κλειστή μέχρι την άνοιξη, ανακοίνωσε τη Δευτέρα ο δήμος. «Δεν θα περιμένουμε άλλον έναν
                χειμώνα», είπε η δήμαρχος.
                """),
        Sample(
            code: "ar",
            text: """
                سيبقى الجسر مغلقا حتى الربيع، كما أعلنت البلدية يوم الاثنين. وقالت رئيسة البلدية إن العمل قد تأجل بسبب الطقس،
                وإنها لا تريد أن تنتظر شتاء آخر بعد هذا الشتاء.
                """),
        Sample(
            code: "fa",
            text: """
                پل روی رودخانه تا بهار بسته می‌ماند. شهردار روز دوشنبه گفت که این کار به دلیل هوا به تعویق افتاده است و برای
                آن باید تا ماه مارس صبر کرد.
                """),
        Sample(
            code: "he",
            text:
                "הגשר מעל הנהר יישאר סגור עד האביב, הודיעה העירייה ביום שני. ראש העיר אמרה כי העבודות נדחו בגלל מזג האוויר."
        ),
        Sample(code: "zh", text: "市政府星期一宣布，河上的大桥将关闭至春季。市长说：“我们不会再等一个冬天。”她表示，由于天气原因，工程被推迟到三月开始。"),
        Sample(code: "ja", text: "市は月曜日、川にかかる橋を春まで閉鎖すると発表した。市長は「もう一冬は待てない」と述べ、天候のため工事が三月に延期されたと説明した。"),
        Sample(code: "ko", text: "시는 월요일 강 위의 다리를 봄까지 폐쇄한다고 발표했다. 시장은 “또 한 번의 겨울을 기다리지 않겠다”고 말했다."),
        Sample(
            code: "th",
            text: "สะพานข้ามแม่น้ำจะปิดจนถึงฤดูใบไม้ผลิ เทศบาลแถลงเมื่อวันจันทร์ นายกเทศมนตรีกล่าวว่างานถูกเลื่อนออกไปเพราะสภาพอากาศ"),
        Sample(
            code: "hi", text: "नदी पर बना पुल वसंत तक बंद रहेगा, नगर पालिका ने सोमवार को कहा। महापौर ने कहा कि मौसम के कारण काम टाल दिया गया है।"),
    ]
}
