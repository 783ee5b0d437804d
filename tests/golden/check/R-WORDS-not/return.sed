s/<value number="52"\/>/<value number="52" flags="estimate"\/>/
s/<value measure="singles" number="25"\/>/<value measure="singles" state="to-be-confirmed"\/>/
