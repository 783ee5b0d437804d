s/name="amber" word="Amber">Near\. \{rule\}</name="amber" word="Amber">Within 10% of the target.</
