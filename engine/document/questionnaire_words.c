#include "questionnaire_words.h"

#include <string.h>

enum { SPELLINGS = 3 };

typedef struct {
    const char *code;
    const char *words[OCA_FORM_WORDS][SPELLINGS]; /* the first is written, all are read */
} spoken;

static const spoken languages[] = {
    {"en",
     {[OCA_FORM_NA] = {"Not applicable", "N/A"},
      [OCA_FORM_DK] = {"Don't know", "Do not know"},
      [OCA_FORM_JUSTIFICATION] = {"Justification"},
      [OCA_FORM_WHY] = {"Why? In your own words; please name nobody."},
      [OCA_FORM_SHOWN_BY] = {"What shows it? In your own words; please name nobody."},
      [OCA_FORM_REQUIRED] = {"Please choose one; \"Don't know\" is an answer too."},
      [OCA_FORM_TICK] = {"tick all that is so today"},
      [OCA_FORM_REACHED] = {"It follows from your ticks. Whoever ticks nothing chooses: the lowest level, or an answer "
                            "without a level."},
      [OCA_FORM_TICKED] = {"Your ticks reach another level: correct them, or choose the level that they reach."},
      [OCA_FORM_BETWEEN] = {"between"},
      [OCA_FORM_AND] = {"and"},
      [OCA_FORM_ABOUT] = {"Introduction"},
      [OCA_FORM_INTRODUCTION] = {"Your answers bear no name. Choose what fits best; \"Don't know\" is an answer too."},
      [OCA_FORM_ORGANIZATION] = {"Organization code", "Organisation code"},
      [OCA_FORM_ASK_FACILITATOR] = {"The facilitator tells you."},
      [OCA_FORM_ROUND] = {"Round"},
      [OCA_FORM_BASELINE] = {"Baseline"},
      [OCA_FORM_INTERIM] = {"Interim"},
      [OCA_FORM_REASSESSMENT] = {"Reassessment"},
      [OCA_FORM_PROFILE] = {"What kind of organization is it?"}}},
    {"fr",
     {[OCA_FORM_NA] = {"Ne s'applique pas", "Non applicable", "Sans objet"},
      [OCA_FORM_DK] = {"Je ne sais pas", "Ne sait pas"},
      [OCA_FORM_JUSTIFICATION] = {"Justification"},
      [OCA_FORM_WHY] = {"Pourquoi ? Avec vos propres mots ; ne nommez personne."},
      [OCA_FORM_SHOWN_BY] = {"Qu'est-ce qui le montre ? Avec vos propres mots ; ne nommez personne."},
      [OCA_FORM_REQUIRED] = {"Choisissez une réponse ; « Je ne sais pas » en est une aussi."},
      [OCA_FORM_TICK] = {"cochez tout ce qui est vrai aujourd'hui"},
      [OCA_FORM_REACHED] = {"Cela découle de vos coches. Qui ne coche rien choisit : le niveau le plus bas, ou une "
                            "réponse sans niveau."},
      [OCA_FORM_TICKED] =
          {"Vos coches atteignent un autre niveau : corrigez-les, ou choisissez le niveau qu'elles atteignent."},
      [OCA_FORM_BETWEEN] = {"entre"},
      [OCA_FORM_AND] = {"et"},
      [OCA_FORM_ABOUT] = {"Introduction"},
      [OCA_FORM_INTRODUCTION] = {"Vos réponses ne portent pas de nom. Choisissez ce qui convient le mieux ; « Je ne "
                                 "sais pas » est aussi une réponse."},
      [OCA_FORM_ORGANIZATION] = {"Code de l'organisation"},
      [OCA_FORM_ASK_FACILITATOR] = {"L'animateur vous le donne."},
      [OCA_FORM_ROUND] = {"Évaluation"},
      [OCA_FORM_BASELINE] = {"Évaluation initiale"},
      [OCA_FORM_INTERIM] = {"Évaluation intermédiaire"},
      [OCA_FORM_REASSESSMENT] = {"Réévaluation"},
      [OCA_FORM_PROFILE] = {"De quel type d'organisation s'agit-il ?"}}},
    {"es",
     {[OCA_FORM_NA] = {"No se aplica", "No aplica"},
      [OCA_FORM_DK] = {"No sé", "No sabe"},
      [OCA_FORM_JUSTIFICATION] = {"Justificación"},
      [OCA_FORM_WHY] = {"¿Por qué? Con sus propias palabras; no nombre a nadie."},
      [OCA_FORM_SHOWN_BY] = {"¿Qué lo demuestra? Con sus propias palabras; no nombre a nadie."},
      [OCA_FORM_REQUIRED] = {"Elija una respuesta; «No sé» también lo es."},
      [OCA_FORM_TICK] = {"marque todo lo que hoy es así"},
      [OCA_FORM_REACHED] =
          {"Resulta de lo que marcó. Quien no marca nada elige: el nivel más bajo, o una respuesta sin nivel."},
      [OCA_FORM_TICKED] = {"Lo que marcó alcanza otro nivel: corríjalo, o elija el nivel que alcanza."},
      [OCA_FORM_BETWEEN] = {"entre"},
      [OCA_FORM_AND] = {"y"},
      [OCA_FORM_ABOUT] = {"Introducción"},
      [OCA_FORM_INTRODUCTION] = {"Sus respuestas no llevan nombre. Elija lo que mejor corresponda; «No sé» también es "
                                 "una respuesta."},
      [OCA_FORM_ORGANIZATION] = {"Código de la organización"},
      [OCA_FORM_ASK_FACILITATOR] = {"Se lo dirá quien facilita."},
      [OCA_FORM_ROUND] = {"Evaluación"},
      [OCA_FORM_BASELINE] = {"Evaluación inicial", "Línea de base"},
      [OCA_FORM_INTERIM] = {"Evaluación intermedia"},
      [OCA_FORM_REASSESSMENT] = {"Reevaluación"},
      [OCA_FORM_PROFILE] = {"¿Qué tipo de organización es?"}}},
    {"pt",
     {[OCA_FORM_NA] = {"Não se aplica", "Não aplicável"},
      [OCA_FORM_DK] = {"Não sei", "Não sabe"},
      [OCA_FORM_JUSTIFICATION] = {"Justificação", "Justificativa"},
      [OCA_FORM_WHY] = {"Porquê? Por palavras suas; não nomeie ninguém."},
      [OCA_FORM_SHOWN_BY] = {"O que o mostra? Por palavras suas; não nomeie ninguém."},
      [OCA_FORM_REQUIRED] = {"Escolha uma resposta; «Não sei» também o é."},
      [OCA_FORM_TICK] = {"assinale tudo o que hoje é assim"},
      [OCA_FORM_REACHED] =
          {"Resulta do que assinalou. Quem nada assinala escolhe: o nível mais baixo, ou uma resposta sem nível."},
      [OCA_FORM_TICKED] = {"O que assinalou atinge outro nível: corrija, ou escolha o nível que atinge."},
      [OCA_FORM_BETWEEN] = {"entre"},
      [OCA_FORM_AND] = {"e"},
      [OCA_FORM_ABOUT] = {"Introdução"},
      [OCA_FORM_INTRODUCTION] = {"As suas respostas não levam nome. Escolha o que melhor se aplica; «Não sei» também é "
                                 "uma resposta."},
      [OCA_FORM_ORGANIZATION] = {"Código da organização"},
      [OCA_FORM_ASK_FACILITATOR] = {"Quem facilita indica-o."},
      [OCA_FORM_ROUND] = {"Avaliação"},
      [OCA_FORM_BASELINE] = {"Avaliação inicial", "Linha de base"},
      [OCA_FORM_INTERIM] = {"Avaliação intermédia"},
      [OCA_FORM_REASSESSMENT] = {"Reavaliação"},
      [OCA_FORM_PROFILE] = {"Que tipo de organização é?"}}},
    {"sw",
     {[OCA_FORM_NA] = {"Haihusiki"},
      [OCA_FORM_DK] = {"Sijui"},
      [OCA_FORM_JUSTIFICATION] = {"Sababu"},
      [OCA_FORM_WHY] = {"Kwa nini? Kwa maneno yako mwenyewe; tafadhali usimtaje mtu yeyote."},
      [OCA_FORM_SHOWN_BY] = {"Nini kinaonyesha hivyo? Kwa maneno yako mwenyewe; tafadhali usimtaje mtu yeyote."},
      [OCA_FORM_REQUIRED] = {"Tafadhali chagua moja; \"Sijui\" pia ni jibu."},
      [OCA_FORM_TICK] = {"weka alama kwa yote yaliyo kweli leo"},
      [OCA_FORM_REACHED] = {"Inatokana na alama zako. Usipoweka alama yoyote, chagua: kiwango cha chini kabisa, au "
                            "jibu lisilo na kiwango."},
      [OCA_FORM_TICKED] = {"Alama zako zinafikia kiwango kingine: zirekebishe, au chagua kiwango zinachofikia."},
      [OCA_FORM_BETWEEN] = {"kati ya"},
      [OCA_FORM_AND] = {"na"},
      [OCA_FORM_ABOUT] = {"Utangulizi"},
      [OCA_FORM_INTRODUCTION] = {"Majibu yako hayana jina. Chagua linalofaa zaidi; \"Sijui\" pia ni jibu."},
      [OCA_FORM_ORGANIZATION] = {"Msimbo wa shirika"},
      [OCA_FORM_ASK_FACILITATOR] = {"Mwezeshaji atakuambia."},
      [OCA_FORM_ROUND] = {"Tathmini"},
      [OCA_FORM_BASELINE] = {"Tathmini ya awali"},
      [OCA_FORM_INTERIM] = {"Tathmini ya kati"},
      [OCA_FORM_REASSESSMENT] = {"Tathmini ya marudio"},
      [OCA_FORM_PROFILE] = {"Ni shirika la aina gani?"}}},
};

const char *const oca_form_languages[] = {"en", "fr", "es", "pt", "sw", NULL};

/* True if `code` is `language`, or it with a region: "pt-BR" is in "pt". */
static bool is_in(const char *code, const char *language) {
    size_t n = strlen(language);
    return strncmp(code, language, n) == 0 && (code[n] == '\0' || code[n] == '-');
}

const char *oca_form_word_in(oca_form_word word, const char *code, size_t other) {
    for (size_t i = 0; code && other < SPELLINGS && i < OCA_COUNT(languages); i++)
        if (is_in(code, languages[i].code))
            return languages[i].words[word][other];
    return NULL;
}

const char *oca_language_name(const char *code) {
    static const struct {
        const char *code, *name;
    } names[] = {
        {"ar", "Arabic"},  {"bem", "Bemba"},      {"en", "English"},    {"es", "Spanish"},  {"ff", "Fula"},
        {"fr", "French"},  {"ha", "Hausa"},       {"id", "Indonesian"}, {"kg", "Kongo"},    {"lg", "Ganda"},
        {"ln", "Lingala"}, {"lua", "Luba-Lulua"}, {"mg", "Malagasy"},   {"nd", "Ndebele"},  {"ny", "Chewa"},
        {"om", "Oromo"},   {"pt", "Portuguese"},  {"qu", "Quechua"},    {"rn", "Kirundi"},  {"rw", "Kinyarwanda"},
        {"sn", "Shona"},   {"st", "Sotho"},       {"sw", "Swahili"},    {"ti", "Tigrinya"}, {"tn", "Tswana"},
        {"to", "Tonga"},   {"ve", "Venda"},       {"wo", "Wolof"},      {"xh", "Xhosa"},    {"yo", "Yoruba"},
        {"am", "Amharic"}, {"zu", "Zulu"},
    };
    for (size_t i = 0; i < OCA_COUNT(names); i++)
        if (is_in(code, names[i].code))
            return names[i].name;
    return code;
}
