s/3,900 of the 4,000 tenancies \(97.5%\)/9,300 tenancies/
