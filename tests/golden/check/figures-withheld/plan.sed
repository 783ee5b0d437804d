s#<actual period="2008-09" number="84.1"/>#<actual period="2008-09" number="84.1" state="suppressed"/>#
