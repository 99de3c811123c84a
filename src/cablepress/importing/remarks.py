"""The words of a bracket → what kind of stage remark they are: what somebody does, or how somebody speaks."""

import re

_BUSINESS = (
    r"laugh(?:ter|s|ed|ing)?|applause|applauds?|pauses?|silence|nods?|nodding|"
    r"smil(?:es?|ing)|chuckl(?:es?|ing)|think(?:s|ing)|sigh(?:s|ing)|shrug(?:s|ging)|cough(?:s|ing)|"
    r"grin(?:s|ning)|wink(?:s|ing)|gestur(?:es?|ing)|(?:shakes|shaking|bows)\b.*"
    r"|(?:general |loud |much |prolonged |brief )?(?:laughter|applause|pause|silence)|"
    r"laughing(?:ly)?|(?:off|on) the record|recess"
    r"|(?:he|she|they|all|both|every(?:one|body)) (?:laugh|smile|nod|applaud)s?"
    r"|(?:hands?|handing|passes|points?|pointing|reads?|reading|rises|turns|turning|"
    r"interrupt\w*|enters|leaves)\b.*|crosstalk|笑い?|笑声|拍手"
)
_LANGUAGE = (
    r"(?:\w+(?:ese|ish|ian|ean|man)|Arabic|Cantonese|Czech|Dutch|Farsi|French|Greek|Hebrew|Hindi|Khmer|Lao|Latin|Malay|"
    r"Mandarin|Slovak|Tagalog|Thai|Urdu)"
)
_DELIVERY = (
    rf"(?:speaking |speaks |spoke )?in {_LANGUAGE}(?: through (?:an |the )?interpreter)?|"
    r"(?:speaking )?through (?:an |the |his |her )?interpreter"
    r"|(?:aside|joking(?:ly)?|jokes|ironically|angrily|emphatically|quietly|whispering|"
    r"interrupting|continuing|via interpreter)|英語で|中国語で"
)
STAGE = re.compile(rf"(?P<business>{_BUSINESS})|(?P<delivery>{_DELIVERY})", re.IGNORECASE)
