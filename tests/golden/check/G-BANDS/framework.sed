s/name="amber" word="Amber">Near\. \{rule\}</name="amber" word="Amber">Within 5% of the target.</
s/name="red" word="Red">Off target\. \{rule\}</name="red" word="Red">More than 10% off the target.</
