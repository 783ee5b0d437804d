s/<target period="2009-10" number="85"\/>/<target period="2009-10" state="to-be-confirmed"\/>/
