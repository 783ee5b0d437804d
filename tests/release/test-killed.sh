#!/usr/bin/env bash
# A release that is killed leaves the old or the new, never half; two at once do no harm: test-killed.sh QMR.
. "$(dirname "$0")/council.sh"
report $service && accept_all $service
# Old or new: no report, or one that its list holds for.
whole() { [ ! -e $public/$service ] || (cd $public/$service && sha256sum --quiet -c SHA256SUMS); }

for delay in 0.02 0.08 0.14 0.2 0.26 0.32 0.5 0.8; do
  rm -rf out/public
  setsid "$qmr" release 2009-10-Q4 --today 2010-06-15 >/dev/null 2>&1 &
  sleep $delay
  kill -KILL -- -$! 2>/dev/null
  wait $! 2>/dev/null
  holds "killed after $delay: whole" whole
done
# What a killed one can leave: the next one tidies up, whether it releases or refuses.
mkdir -p $public/.$service.part/team
echo half >$public/.$service.part/report.html
expect "after it" 0 "$service: " release
holds "nothing is left" public_is_clean
mv $public/$service $public/.$service.old
mkdir $public/.$service.part
today=2010-01-01 expect "refused after a kill in the middle of the exchange" 1 "what was released before stays in" release
holds "the old one is back" public_is_clean
holds "whole" [ -e $public/$service/SHA256SUMS ]

rm -r out/public
release >one 2>&1 &
release >two 2>&1
wait
holds "two at once: one of them has released it" grep -q ': released: ' one two
holds "all is well" public_is_clean
expect "and it is released" 0 "already released" release

# Asked to stop: nothing is left, and it is said.
rm -rf out/public
"$qmr" release 2009-10-Q4 --today 2010-06-15 >said 2>&1 &
pid=$!
sleep 0.1
kill -TERM $pid 2>/dev/null
wait $pid
code=$?
holds "asked to stop: it says so, or it was done" sh -c "[ $code = 0 ] || { [ $code = 3 ] && grep -q 'not released: it was asked to stop' said; }"
holds "nothing half" whole
holds "nothing hidden" [ -z "$(find out -name '.*')" ]
finish
