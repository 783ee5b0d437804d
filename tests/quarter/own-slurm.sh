# A Slurm of one node, of the test's own: begun and ended with it, all that it keeps in the test's folder. Sourced after council.sh.

# slurm_missing: why there can be none here; nothing when there can.
slurm_missing() {
  local program
  PATH=$PATH:/usr/sbin:/sbin
  for program in munged slurmctld slurmd sbatch squeue; do
    command -v $program >/dev/null || { echo "$program is not installed (Debian packages slurmctld, slurmd, slurm-client, munge)"; return; }
  done
  [ "$(id -u)" = 0 ] || { echo "only root can begin it"; return; }
  [ ! -e /etc/slurm/slurm.conf ] || echo "there is a Slurm on this machine already (/etc/slurm/slurm.conf)"
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# daemon NAME COMMAND...: begins it and waits for its pid file, own/NAME.pid.
daemon() {
  local name=$1 i
  shift
  "$@" >>own/said 2>&1 || { echo "$name did not begin:"; tail -n 5 own/said own/*.log; return 1; }
  for i in {1..100}; do
    [ -s "own/$name.pid" ] && return
    sleep 0.1
  done
  echo "$name does not run:"; tail -n 5 own/said own/*.log; return 1
}

# end_daemons: by their pid files, and waits until they are gone; also where a script ends at the first fault.
end_daemons() {
  local name pid i
  for name in slurmd slurmctld munged; do
    pid=$(cat "$work/own/$name.pid" 2>/dev/null) || continue
    [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = $name ] || continue
    kill "$pid" 2>/dev/null || true
    for i in {1..50}; do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
    kill -9 "$pid" 2>/dev/null || true
  done
}

# begin_slurm: in $work; true when a job can be submitted.
begin_slurm() {
  local here=$work/own node i
  node=$(hostname -s)
  chmod 711 "$work" && mkdir -p "$here/state" "$here/spool" && cd "$work" || return 1
  trap 'end_daemons; chmod -R u+rwX "$work" 2>/dev/null; rm -rf "$work"' EXIT
  trap 'exit 3' INT TERM HUP
  head -c 1024 /dev/urandom >own/key && chmod 400 own/key
  cat >own/slurm.conf <<CONF
ClusterName=own
SlurmctldHost=$node(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
AuthType=auth/munge
AuthInfo=socket=$here/munge.socket
CryptoType=crypto/munge
SlurmUser=root
SlurmdUser=root
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=batch_sched_delay=0,sched_interval=1,sched_min_interval=0,bf_interval=1
ReturnToService=2
MpiDefault=none
StateSaveLocation=$here/state
SlurmdSpoolDir=$here/spool
SlurmctldPidFile=$here/slurmctld.pid
SlurmdPidFile=$here/slurmd.pid
SlurmctldLogFile=$here/slurmctld.log
SlurmdLogFile=$here/slurmd.log
NodeName=$node NodeAddr=127.0.0.1 CPUs=$(nproc)
PartitionName=night Nodes=ALL Default=YES
CONF
  export SLURM_CONF=$here/slurm.conf
  daemon munged munged --force --key-file="$here/key" --socket="$here/munge.socket" --pid-file="$here/munged.pid" --log-file="$here/munged.log" \
    --seed-file="$here/seed" && daemon slurmctld slurmctld && daemon slurmd slurmd || return 1
  for i in {1..100}; do
    [ "$(sinfo -h -o %T 2>/dev/null)" = idle ] && return
    sleep 0.1
  done
  echo "its node does not come up:"; sinfo; tail -n 5 own/*.log
  return 1
}
