/// The domains from which anybody writes, so that two people there have nothing to do with each other.
enum PublicMailProviders {
  static let domains = """
    126.com 163.com aim.com aol.com att.net bell.net bellsouth.net bigpond.com bluewin.ch bol.com.br btinternet.com
    charter.net comcast.net cox.net daum.net duck.com earthlink.net email.com fastmail.com fastmail.fm free.fr gmail.com
    gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hanmail.net hey.com hotmail.ca hotmail.co.uk hotmail.com
    hotmail.com.ar hotmail.com.mx hotmail.de hotmail.es hotmail.fr hotmail.it hushmail.com icloud.com inbox.com
    inbox.ru laposte.net libero.it list.ru live.ca live.co.uk live.com live.com.mx live.fr live.nl mac.com mail.com
    mail.ru mailbox.org me.com msn.com naver.com neuf.fr ntlworld.com optonline.net orange.fr outlook.com outlook.de
    outlook.es outlook.fr pm.me posteo.de prodigy.net.mx proton.me protonmail.ch protonmail.com qq.com rambler.ru
    rediffmail.com riseup.net rocketmail.com rogers.com sapo.pt sbcglobal.net seznam.cz sfr.fr shaw.ca sina.com sky.com
    sympatico.ca t-online.de talktalk.net telenet.be telus.net terra.com.br tutanota.com tuta.io uol.com.br verizon.net
    videotron.ca virgilio.it wanadoo.fr web.de wp.pl xtra.co.nz ya.ru yahoo.ca yahoo.co.in yahoo.co.jp yahoo.co.uk
    yahoo.com yahoo.com.ar yahoo.com.au yahoo.com.br yahoo.com.mx yahoo.de yahoo.es yahoo.fr yahoo.it yandex.com
    yandex.ru ymail.com zoho.com
    """.split(whereSeparator: \.isWhitespace).map(String.init)
}
