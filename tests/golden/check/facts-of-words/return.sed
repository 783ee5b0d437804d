s|Repairs took longer in the frost.|Repairs took longer in the frost: satisfaction is 83.4%. Our hope is 90%.|
s|A shorter form was sent to tenants.|A shorter form will be sent, and the policy agreed by 30 June 2010.|
