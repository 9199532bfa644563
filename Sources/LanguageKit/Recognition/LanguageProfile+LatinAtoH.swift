extension LanguageProfile {
    /// Languages in Latin letters, those whose codes begin with a to h.
    static let latinAtoH: [LanguageProfile] = [
        LanguageProfile(
            "af", "Afrikaans", letters: "êëïôûéè",
            words: """
                het 'n wat nie vir sy hulle aan dat deur ook maar ons sal kan moet gesê daar toe omdat tussen teen
                jaar haar baie wees hierdie nog sedert
                """),
        LanguageProfile(
            "ca", "Catalan", letters: "àçèéíïòóúü·",
            words: """
                els amb que una és va han del dels als més però aquest aquesta seva seu ser també sobre quan són dir
                segons fer entre l' d' ha molt fins
                """),
        LanguageProfile(
            "cs", "Czech", letters: "áčďéěíňóřšťúůýž",
            words: """
                že se je na ve který která které však jsou byl byla bylo podle také jeho jejich jako pro ale už aby
                při jsme uvedl řekl letech po od až do nebo každý všechny jiné lze být jen může bude není kdy kde
                bez pod nad mezi pokud
                """),
        LanguageProfile(
            "cy", "Welsh", letters: "âêîôŵŷ",
            words: """
                mae yn y yr ar gan bod wedi oedd hefyd ond eu fod sydd roedd gyda ac nad dywedodd hyn gyfer fel nid
                bydd mewn
                """),
        LanguageProfile(
            "da", "Danish", letters: "æøå",
            words: """
                er det ikke til af på som med den har kan vil blev var være også fra efter siger meget skal men hun
                om nu ved sig mellem jeg vi når bliver kunne hvad ud os hvor kun denne dette disse alle andre ingen
                end eller bruges der og
                """),
        LanguageProfile(
            "de", "German", also: ["deu", "ger"], letters: "äöüß",
            words: """
                und nicht ist das ein eine einen einem einer mit auf für sich auch dem des sie wird werden wurde bei
                sind im zu nach über dass es aber wie noch vor sagte haben hat zur zum kann durch oder mehr wenn ich
                wir nur unter gegen seit bis diese dieser dieses alle eines ihre ihrer sein seine keine können
                sollte denn jedoch etwa soll sowie zwischen als an am vom
                """),
        LanguageProfile(
            "es", "Spanish", letters: "áéíñóúü",
            words: """
                que en un una por con para se su lo como más pero sus ha este esta entre cuando muy sin sobre
                también hasta hay donde desde todo según dijo fue han ser años está son porque nos ya les sido no
                cada si cual esto estos estas esa ese eso cuál mismo pueden puede debe otros otra
                """),
        LanguageProfile(
            "et", "Estonian", letters: "äõöüšž",
            words: """
                ja ei oma kui mis ka aga oli kes nii pole või ning selle seda siis need tema nende aasta välja veel
                mida sest
                """),
        LanguageProfile(
            "fi", "Finnish", letters: "äö",
            words: """
                ja on ei että se oli myös kun hän mutta ovat ole joka mukaan sekä vuoden jos kuin hänen sen niin voi
                tai vain jo sanoo jonka tämä ollut siitä olla jokainen kaikki muut voidaan jotta tulee eivät missä
                ilman alla yli välillä
                """),
        LanguageProfile(
            "fr", "French", letters: "àâçèéêëîïôùûüœ",
            words: """
                et les des une un est que qui dans pour pas sur par avec au aux ce cette ces plus il elle ils sont
                été sa ses son leur mais ou où comme nous vous qu' d' l' c' n' s' j' selon après ans fait être avait
                entre deux même très aussi dit chaque si cela ceux celle peut peuvent doit autres autre leurs mes
                tous toutes sans vers chez depuis
                """),
        LanguageProfile(
            "ga", "Irish", letters: "áéíóú",
            words: """
                agus sé bhí atá leis ag tá don sa ach bhfuil seo sin siad chun níl nach raibh dúirt gur ina ó
                """),
        LanguageProfile(
            "ha", "Hausa", letters: "",
            words: """
                cewa wannan domin shi yana ga amma wanda kuma su ake cikin wata daga yadda idan ranar hakan cewar
                kamar har sai yi
                """),
        LanguageProfile(
            "hr", "Croatian", also: ["bs", "sh"], letters: "čćđšž",
            words: """
                je se da na su koji koja koje nije ali ili što kako bi iz sa bio bila bilo sve nakon između te kao
                prema biti već samo rekao godine još će smo zbog od kojima svaki svi drugi može nisu kada gdje bez
                pod nad ako
                """),
        LanguageProfile(
            "hu", "Hungarian", letters: "áéíóöőúüű",
            words: """
                és az hogy nem egy volt ez meg el már csak még azt vagy mint lesz szerint akkor amely után ezt aki
                minden lehet kell pedig más nincs amikor ahol nélkül alatt fölött között ha
                """),
    ]
}
