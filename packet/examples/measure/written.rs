//! Testimony as long as people write it: some five hundred words in paragraphs, with a list and a few words in bold.
//! No two paragraphs of any two letters are the same.

/// Sentences of one language, to be put together. `{n}` stands for a number.
struct Tongue {
    language: &'static str,
    /// How many words a sentence has, on average; a language without spaces is counted by what its readers say.
    sentences: [&'static str; 10],
    list: [&'static str; 3],
    /// How many sentences make five hundred words.
    of_500: usize,
}

const TONGUES: [Tongue; 6] = [
    Tongue {
        language: "en",
        sentences: [
            "My name is Siobhán O’Brien–Łukasz, and I have lived in *Dorchester* for {n} years, long enough to see three libraries close and one open.",
            "My daughter is sixteen and writes about her school, her friends and what she thinks of the adults who run this city.",
            "Nobody asked us whether a company should read along, and nobody has told us how long it keeps what it has read.",
            "In {n} meetings I have heard that this software only looks at what is public; so does a man who stands outside a house all night.",
            "The request for bids names **no limit** on how long the records are kept, and no person who answers for a mistake.",
            "When the buses were late we asked for a study, and it took two years; this purchase was planned in six weeks without one.",
            "I teach history to eighth graders, and every spring we read what was once kept in files about people who marched.",
            "A neighbor of mine lost a job over a sentence somebody else had written, and it took {n} months until anyone said so.",
            "The money would pay for two street workers in every district, and they would know the names of the young people here.",
            "I ask the committee to hear those of us who are watched before it hears those who sell the means to watch.",
        ],
        list: [
            "vote no on the request for bids",
            "ask [who reads along](https://example.org/who?a=1&b=2), and who reads what they write",
            "publish every contract of the last {n} years",
        ],
        of_500: 22,
    },
    Tongue {
        language: "ht",
        sentences: [
            "Mwen rele Jean-Baptiste Désir, mwen rete nan katye sa a depi {n} an, e mwen gen de pitit ki ale lekòl isit la.",
            "Mwen pa vle polis la li sa pitit mwen ekri sou entènèt, paske yo poko menm konprann tout sa yo di.",
            "Pèsonn pa t mande nou anyen, e pèsonn pa di nou konbyen tan y ap kenbe sa yo te li.",
            "Nan peyi kote mwen soti a, nou konnen byen sa sa vle di lè gen moun k ap koute dèyè pòt.",
            "Kontra a pa gen *okenn limit* sou tan yo ka kenbe done yo, ni sou moun ki gen dwa wè yo.",
            "Nan {n} reyinyon, yo di nou se sèlman sa ki piblik y ap gade, men se pitit nou y ap gade.",
            "Lajan sa a ta ka peye travayè nan lari ki konnen non jèn yo, e ki ka pale ak yo anvan yon malè rive.",
            "Yon vwazen mwen pèdi travay li akòz yon fraz yon lòt moun te ekri, e li pran {n} mwa pou yo rekonèt sa.",
            "Nou mande komite a pou li **koute nou** anvan li koute moun k ap vann lojisyèl la.",
            "Mèsi anpil paske nou pran tan pou nou li lèt sa a, e mèsi paske nou sonje tout katye yo.",
        ],
        list: [
            "pa achte lojisyèl sa a",
            "di nou ki moun k ap li",
            "pibliye tout kontra ki siyen depi {n} an",
        ],
        of_500: 23,
    },
    Tongue {
        language: "vi",
        sentences: [
            "Tôi tên là Nguyễn Thị Hồng Đào, gia đình tôi đã sống ở khu phố này {n} năm và con tôi học trường công ở đây.",
            "Tôi không muốn cảnh sát đọc những gì *con tôi* viết cho bạn bè, vì các cháu còn nhỏ và chưa hiểu hết điều mình nói.",
            "Chưa có ai hỏi ý kiến chúng tôi, và cũng chưa có ai cho biết những gì đã đọc sẽ được giữ lại trong bao lâu.",
            "Trong {n} cuộc họp, chúng tôi được nghe rằng phần mềm chỉ xem những gì công khai, nhưng người bị xem vẫn là con cháu chúng tôi.",
            "Bản mời thầu **không nêu giới hạn** nào về thời gian lưu giữ, cũng không nói ai chịu trách nhiệm khi có sai sót.",
            "Ở nơi tôi sinh ra, người lớn dạy chúng tôi nói nhỏ vì không biết ai đang nghe; tôi không muốn dạy con tôi như vậy.",
            "Số tiền này có thể trả lương cho những người làm việc với thanh thiếu niên ở mọi khu phố trong thành phố.",
            "Một người hàng xóm của tôi đã mất việc vì một câu do người khác viết, và phải {n} tháng sau mới có người thừa nhận.",
            "Tôi xin ủy ban lắng nghe những người bị theo dõi trước khi lắng nghe những người bán công cụ theo dõi.",
            "Xin quý vị bỏ phiếu chống, và xin cảm ơn quý vị đã dành thời gian đọc lá thư này của một người mẹ.",
        ],
        list: [
            "bỏ phiếu chống bản mời thầu",
            "cho biết ai đang đọc",
            "công bố các hợp đồng trong {n} năm qua",
        ],
        of_500: 20,
    },
    Tongue {
        language: "zh-Hant",
        sentences: [
            "我叫陳麗華，住在華埠已經{n}年，兩個孩子都在這裡的公立學校讀書。",
            "我不希望警察閱讀我女兒寫的每一句話，她還小，很多話只是寫給朋友看的。",
            "從來沒有人問過我們的意見，也沒有人說明讀過的內容會保存多久。",
            "在{n}次會議上，我們聽說這套軟體只看公開的內容，可是被看的是我們的孩子。",
            "招標書裡**沒有任何限制**，沒有保存期限，也沒有寫明出錯時由誰負責。",
            "我的父母年輕時學會了小聲說話，因為不知道誰在聽；我不想這樣教我的孩子。",
            "這筆錢足夠在每一區聘請兩位認識年輕人的社區工作者。",
            "我的一位鄰居因為別人寫的一句話丟了工作，過了{n}個月才有人承認弄錯了。",
            "請委員會先聽聽被監看的人怎麼說，再聽出售這些工具的公司怎麼說。",
            "請投反對票，謝謝各位花時間閱讀一位母親寫的這封信。",
        ],
        list: ["請對招標書投反對票", "請說明是誰在閱讀", "請公布過去{n}年的合約"],
        of_500: 25,
    },
    Tongue {
        language: "ar",
        sentences: [
            "اسمي فاطمة الزهراء، أسكن في بوسطن منذ {n} سنة، وأولادي الثلاثة يدرسون في مدارس هذه المدينة.",
            "لا أريد أن تقرأ الشرطة ما تكتبه ابنتي في المدرسة ولا ما يكتبه أصدقاؤها في المساء.",
            "لم يسألنا أحد عن رأينا في هذا الأمر، ولم يخبرنا أحد كم من الوقت يحتفظون بما قرأوه.",
            "سمعنا في {n} اجتماعات أن البرنامج لا ينظر إلا إلى ما هو منشور، لكن الذين ينظر إليهم هم أولادنا.",
            "لا يذكر طلب العروض **أي حد** لمدة الاحتفاظ بالبيانات، ولا من يتحمل المسؤولية عند الخطأ.",
            "في البلد الذي جئت منه تعلمنا أن نخفض أصواتنا لأننا لا نعرف من يسمع، ولا أريد أن أعلم أولادي ذلك.",
            "يكفي هذا المال لدفع أجور من يعملون مع الشباب في كل حي ويعرفون أسماءهم.",
            "فقد أحد جيراني عمله بسبب جملة كتبها غيره، ومضت {n} أشهر قبل أن يعترف أحد بذلك.",
            "نطلب من اللجنة أن تسمع من تراقبهم قبل أن تسمع من يبيع أدوات المراقبة.",
            "نطلب من المجلس أن يرفض هذا القرار وأن يسمع صوت الجيران قبل كل شيء، وشكرا لكم.",
        ],
        list: ["صوتوا ضد القرار", "اسألوا الجيران", "انشروا عقود آخر {n} سنوات"],
        of_500: 31,
    },
    Tongue {
        language: "es",
        sentences: [
            "Señoras y señores: vivo aquí desde hace {n} años, trabajo en el hospital por las noches y crío a dos hijas en este barrio.",
            "¿Por qué tiene que leer alguien lo que mi *hija* escribe a sus amigas, si apenas empieza a entender el mundo?",
            "Nadie nos preguntó qué pensábamos, y nadie nos ha dicho cuánto tiempo se guarda lo que se ha leído.",
            "En {n} reuniones nos dijeron que el programa solo mira lo que es público, pero a quienes mira es a nuestros hijos.",
            "El pliego no pone **ningún límite** al tiempo en que se guardan los datos, ni dice quién responde por un error.",
            "En el país de mis padres la gente aprendió a hablar en voz baja, y yo no quiero enseñarles eso a mis hijas.",
            "Con ese dinero se podría pagar a dos trabajadores de calle en cada distrito, y ellos sí saben cómo se llaman los jóvenes.",
            "Un vecino mío perdió su empleo por una frase que escribió otra persona, y pasaron {n} meses hasta que alguien lo reconoció.",
            "Pido a la comisión que escuche a quienes son vigilados antes de escuchar a quienes venden con qué vigilar.",
            "Les pido que voten en contra, y les agradezco el tiempo que han tomado para leer esta carta de una madre.",
        ],
        list: [
            "voten no a la licitación",
            "digan quién lee",
            "publiquen los contratos de los últimos {n} años",
        ],
        of_500: 23,
    },
];

/// The language and the text of the testimony of a number.
pub fn letter(number: usize) -> (&'static str, String) {
    let tongue = &TONGUES[number % TONGUES.len()];
    let between = if tongue.language == "zh-Hant" { "" } else { " " };
    let mut text = String::new();
    for place in 0..tongue.of_500 {
        // Seven and three share nothing with ten: every letter has its own order, and each sentence comes in turn.
        let sentence = tongue.sentences[(number / TONGUES.len() * 7 + place * 3) % tongue.sentences.len()];
        let starts = place % 4 == 0;
        text.push_str(if place == 0 {
            ""
        } else if starts {
            "\n\n"
        } else {
            between
        });
        text.push_str(&sentence.replace("{n}", &(number * 31 + place).to_string()));
        if starts {
            // A paragraph whose sentences hold no number has one of its own.
            text.push_str(&format!("{between}({number}/{place})"));
        }
    }
    for (place, item) in tongue.list.iter().enumerate() {
        text.push_str(if place == 0 { "\n\n- " } else { "\n- " });
        text.push_str(&item.replace("{n}", &number.to_string()));
    }
    (tongue.language, text)
}
