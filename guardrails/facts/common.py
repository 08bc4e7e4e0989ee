"""Capitalised words and codes of everyday work, which name nobody and state nothing."""

from typing import Final

COMMON_NAMES: Final = (
    # networks and everyday tools
    "LinkedIn", "X", "Twitter", "Bluesky", "Mastodon", "Facebook", "Instagram", "YouTube",
    "WhatsApp", "Slack", "Teams", "Zoom", "Excel", "PowerPoint", "Wikipédia", "Wikipedia",
    # days, months, feasts
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Lundi",
    "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche", "January", "February",
    "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December", "Noël", "Christmas", "Pâques", "Easter", "New Year",
    # languages and peoples
    "French", "English", "German", "Spanish", "Italian", "European", "American", "British",
    "Français", "Française", "Anglais", "Allemand", "Espagnol", "Italien", "Européen",
    "Européenne", "Américain", "Britannique", "Belge", "Belgian", "Suisse", "Swiss", "Parisian",
    "Europe", "Internet", "Web",
    # abbreviations everybody uses
    "IA", "AI", "IT", "RH", "HR", "DRH", "DSI", "PDG", "CEO", "CTO", "CFO", "COO", "CIO", "DG",
    "RSE", "CSR", "ESG", "QVT", "QVCT", "CDI", "CDD", "CV", "PME", "ETI", "TPE", "SME", "SMEs",
    "UE", "EU", "USA", "US", "UK", "ONU", "UN", "B2B", "B2C", "SaaS", "KPI", "KPIs", "ROI",
    "R&D", "API", "APIs", "ERP", "CRM", "SQL", "PDF", "FAQ", "URL", "VS", "TV", "PC", "GPS",
    "QR", "OK", "PS", "NB", "NDLR", "RGPD", "GDPR", "LLM", "UX", "UI", "QA", "MES", "IoT",
    "VPN", "TVA", "VAT", "SMIC", "GP", "CAP", "BEP", "BTS", "EPI", "PPE", "CHU", "EHPAD", "PMR",
    "SAV", "HLM", "BTP", "CSE", "SUV", "LED", "USB", "PIN", "SMS", "ATM", "NHS", "CT", "TAEG",
    "APR", "CACES", "ADN", "DNA", "DIY", "HVAC", "TER", "TGV", "CO2",
    "AM", "PM", "IQ", "QI", "TGIF", "TL;DR", "FOMO", "LOL", "STEM", "PhD", "MBA", "VP",
)  # fmt: skip

# Their author works with them; from a machine they may be a client or a certificate it made up.
TOOL_NAMES: Final = ("Google", "Windows", "ChatGPT", "Outlook", "Word", "ISO")

COMMON_CODES: Final = frozenset(
    "b2b b2c co2 h2o mp3 mp4 a3 a4 m2 m3 km2 cm2 cm3 web3 covid-19 c2c o2 s1 s2".split()
)
